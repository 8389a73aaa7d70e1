"""Tokens are counted here, never over the network."""

import socket
import subprocess
import sys

import pytest
from costs import growth

from survey import tokens


def test_counts_are_those_of_cl100k() -> None:
    assert tokens.count("Hello, world!") == 4
    assert tokens.count("") == 0
    assert tokens.count("<|endoftext|>") > 1, "special tokens are text like any other"


def test_nothing_is_fetched() -> None:
    code = (
        "import socket\n"
        "def no(*a, **k): raise AssertionError('the network was touched')\n"
        "socket.socket.connect = no; socket.getaddrinfo = no\n"
        "from survey import tokens; print(tokens.count('Hello, world!'))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env={"HOME": "/nonexistent"})
    assert found.stdout.strip() == "4", found.stderr
    assert socket.socket is not None


@pytest.mark.parametrize("text", ["a" * 300_000, " " * 300_000, "é" * 100_000, "-=" * 100_000])
def test_long_texts_take_no_longer_than_their_length_warrants(text: str) -> None:
    assert tokens.count(text) > 0
    assert growth(lambda size: tokens.count(text[:size]), len(text)) < 3


def test_messages_have_a_frame() -> None:
    assert tokens.count_messages("Hello, world!", "") == 4 + 2 * 4


@pytest.mark.parametrize(
    ("model", "estimate"), [("gpt-4", False), ("gpt-3.5-turbo", False), ("gpt-4o", True), ("qwen", True)]
)
def test_whose_tokens_are_only_estimated(model: str, estimate: bool) -> None:
    assert tokens.is_estimate(model) is estimate
