"""Where a name stands in a text."""

import re

from hypothesis import given
from hypothesis import strategies as st

from survey.standing import places


@given(st.text("ab-", max_size=3), st.text("ab -", max_size=30))
def test_every_place_of_a_name_is_found_once_and_in_order(name: str, text: str) -> None:
    assert list(places(name, text)) == (
        [m.start() for m in re.finditer(f"(?={re.escape(name)})", text)] if name else []
    )
