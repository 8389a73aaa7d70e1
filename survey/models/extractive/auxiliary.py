"""Whether a sentence tells something added to the way to work rather than that itself: "To further improve it, ..."."""

import re

from survey.evidence import content_words

_ADDED = re.compile(  # "Moreover, we ...", "We also ...", "Second, ..."
    r"(?:additionally|further|furthermore|moreover|besides|in addition|finally|last|lastly|second|secondly|third|"
    r"thirdly|fourth|fifth|next|then|subsequently|afterwards|complementarily)\b|"
    r"(?:[^\s,]+ ){1,4}?(?:also|additionally|further) "
)
_FOR_MORE = re.compile(  # what a part is for that the whole is not: "To handle drift, we ..."
    r"to (?:further|better|also|additionally|(?:[a-z]+ly )?(?:improve|enhance|boost|strengthen|refine|ensure|preserve|"
    r"maintain|stabili[sz]e|avoid|prevent|handle|mitigate|alleviate|compensate|accelerate|support|facilitate|evaluate|"
    r"assess|validate|verify|quantify|measure))\b"
)
_NAMED = 0.4  # of the title's words: a sentence that has so many tells what the paper is about


def is_added(low: str, title: str) -> bool:
    """Whether the sentence ``low``, in lower case, tells a part that is added to what the paper offers.

    It doesn't where the ``title`` names that part.
    """
    if not (_ADDED.match(low) or _FOR_MORE.match(low)):
        return False
    words = content_words(title)
    return not words or len(words & content_words(low)) < _NAMED * len(words)
