"""Names of persons: how they are written, and whether two are one person's."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.captions.names import canonical_person, same_person

SAME = [
    ("Mara Quill", "MARA QUILL"),
    ("Mara Quill", "QUILL Mara"),
    ("Mara T. Quill", "Mara Quill"),
    ("M. Quill", "Mara Quill"),
    ("Ángel Peña", "Angel Pena"),
    ("Jeffrey T. Barge", "Jeff Barge"),
    ("Sergei Lodkin", "Sergey Lodkin"),
    ("Пётр Лодкин", "Petr Lodkin"),
    ("Omar Al-Harbor", "OMAR AL HARBOR"),
    ("Maximiliana Konstantinopolitana-V", "Maximiliana Konstantinopolitana-Verhoeven"),
    ("Quill", "Mara Quill"),
    ("Evgeniy Lodkin", "Yevgeny Lodkin"),
    ("Serhii Lodkin", "Sergey Lodkin"),
    ("Євген Лодкін", "Yevhen Lodkin"),
    ("Mohammed Harbor", "Muhammad Harbor"),
    ("Mara Quill Jr.", "Mara Quill"),
    ("Li Wen", "Wen Li"),
    ("Mahmoud Harbor", "Mahmud Harbor"),
    ("José\u0301 Pen\u0303a", "Jose Peña"),
    ("Jean-Luc Feld", "Jean Luc Feld"),
    ("O’Harbor", "Tim O'Harbor"),
    ("Thomas Steinbach", "Thomas Steinbch"),
]
OTHERS = [
    ("Mara Quill", "Tomas Feld"),
    ("Jeffrey Barge", "Jeffrey Brown"),
    ("Mara Quill", "Peter Quill"),
    ("Maria Rossa", "Mario Rossa"),
    ("Brian Feld", "Robert Feld"),
    ("Martin Feld", "Marvin Feld"),
    ("Jason Feld", "Mason Feld"),
    ("Mara Quill", "Mara Steinbach"),
    ("Kham", "Mara Quill"),
    ("Quill", "Steinbach"),
    ("Juan Hernandez", "Juan Fernandez"),
]
CANNOT = [("MQ", "Tomas Feld"), ("", "Mara Quill"), ("Wm Quill", "Walter Quill"), ("@somebody", "Mara Quill")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_person_in_two_spellings(one: str, other: str) -> None:
    assert same_person(one, other) is True
    assert same_person(other, one) is True


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_two_persons(one: str, other: str) -> None:
    assert same_person(one, other) is False
    assert same_person(other, one) is False


@pytest.mark.parametrize(("one", "other"), CANNOT)
def test_where_it_cannot_be_told(one: str, other: str) -> None:
    assert same_person(one, other) is None
    assert same_person(other, one) is None


@pytest.mark.parametrize(
    ("written", "canonical"),
    [("MARA QUILL", "Mara Quill"), ("Mara QUILL", "Mara Quill"), ("Omar AL-HARBOR",
    "Omar Al-Harbor"), ("J. SCOTT FELD", "J. Scott Feld"), ("Sean McQuill", "Sean McQuill"),
    ("Omar Al-HARBOR", "Omar Al-Harbor"), ("JO DOE III", "Jo Doe III")],
)  # fmt: skip
def test_capitals_become_a_name(written: str, canonical: str) -> None:
    assert canonical_person(written) == canonical


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_the_answer_does_not_depend_on_the_side(one: str, other: str) -> None:
    assert same_person(one, other) == same_person(other, one)


@settings(max_examples=50, deadline=None)
@given(st.from_regex(r"[A-Z][a-z]{2,8} [A-Z][a-z]{2,8}", fullmatch=True))
def test_a_name_is_its_own_in_capitals(name: str) -> None:
    assert same_person(name, name.upper()) is True
