"""What tokens cost."""

from pathlib import Path

import pytest

from survey.asking import asking
from survey.errors import SettingsError
from survey.prices import Prices, is_free, list_date
from survey.settings import Settings, load_settings


def test_a_listed_price() -> None:
    assert Prices().cost("gpt-4o-mini", 1_000_000, 0, 1_000_000) == pytest.approx(0.15 + 0.6)


def test_cached_tokens_cost_less() -> None:
    assert Prices().cost("gpt-4o-mini", 1_000_000, 400_000, 0) == pytest.approx(0.6 * 0.15 + 0.4 * 0.075)


def test_a_dated_name_has_its_family_s_price() -> None:
    assert Prices().of("gpt-4o-2024-08-06") == Prices().of("gpt-4o") is not None


def test_an_unknown_model_has_no_price() -> None:
    assert Prices().of("some-model") is None
    assert Prices().cost("some-model", 1, 0, 1) is None


@pytest.mark.parametrize("model", ["extractive", "gguf:/a/model.gguf", "replay:x.jsonl"])
def test_what_runs_here_is_free(model: str) -> None:
    assert is_free(model)
    assert Prices().cost(model, 10**6, 0, 10**6) == 0


def test_a_name_that_only_begins_like_a_free_one_is_not() -> None:
    assert not is_free("extractive-deluxe")


def test_own_prices_win(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "survey.toml").write_text('[prices]\n"gpt-4o" = [1.0, 3.0]\n"mine" = [2.0, 0.5, 4.0]\n')
    monkeypatch.chdir(tmp_path)
    prices = Prices(load_settings().prices)
    assert prices.of("gpt-4o") == (1.0, 1.0, 3.0)
    assert prices.of("mine") == (2.0, 0.5, 4.0)
    assert prices.of("gpt-4o-mini") is not None


@pytest.mark.parametrize("line", ['"m" = 3', '"m" = [1.0]', '"m" = ["a", "b"]', '"m" = [1, 2, 3, 4]'])
def test_a_price_that_is_none_is_named(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "survey.toml").write_text(f"[prices]\n{line}\n")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SettingsError, match="prices"):
        load_settings()


def test_half_in_a_batch() -> None:
    assert Prices(share=0.5).cost("gpt-4o", 1000, 0, 0) == pytest.approx((Prices().cost("gpt-4o", 1000, 0, 0) or 0) / 2)


def test_the_list_says_of_when_it_is() -> None:
    assert list_date().startswith("20")


def test_a_budget_in_dollars_needs_a_price(tmp_path: Path) -> None:
    settings = Settings(model="some-model", base_url="http://127.0.0.1:9", max_cost=1.0, cache=tmp_path)
    with pytest.raises(SettingsError, match=r"(?s)some-model.*\[prices\]"), asking(settings):
        pass
