"""Escaping and layout: what is made visible, and how wide things are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.report.escape import one_line, speakable, visible
from provenance.report.layout import columns, shorten, wrap


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[2J", r"\x1b[2J"),
        ("\x9b31m", r"\x9b31m"),
        ("\x85", r"\x85"),
        ("\u202eabc\u2066", "‹U+202E›abc‹U+2066›"),
        ("a\u2028b", "a‹U+2028›b"),
        ("a\u200bb", "a‹U+200B›b"),
        ("caf\udce9", r"caf\xe9"),
        ("\ud83d", "‹U+D83D›"),
        ("می‌خواهم 👩‍🚒 Maʿarrat", "می‌خواهم 👩‍🚒 Maʿarrat"),
    ],
)
def test_what_hides_or_moves_is_made_visible_and_scripts_are_left_alone(raw, shown):
    assert visible(raw) == shown


def test_one_line_folds_whitespace_and_speakable_replaces_lone_surrogates():
    assert one_line(" a\r\n\tb ") == "a b"
    assert speakable("a\ud800b\udcff") == "a\ufffdb\ufffd"


@given(st.text(max_size=120), st.integers(2, 40))
@settings(max_examples=80)
def test_wrapping_keeps_every_word_and_every_width(text, width):
    lines = wrap(text, width=width)
    assert all(columns(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(one_line(text).split())


@given(st.text(max_size=80), st.integers(0, 40))
@settings(max_examples=80)
def test_shortening_never_passes_the_width(text, width):
    assert columns(shorten(text, width)) <= max(width, 0)


def test_wide_characters_take_two_columns():
    assert columns("日本 a") == 6
    assert shorten("日本語の写真", 7) == "日本語…"
