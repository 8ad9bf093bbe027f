"""What two captions say they show: only hard evidence contradicts."""

from __future__ import annotations

import pytest
from builders.captions import a_vocabulary
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.captions.compare import compare
from provenance.captions.reading import read
from provenance.model.appearance import Standing, Statement
from provenance.model.claims import Agreement, Axis, Claims, Comparison
from provenance.model.limits import LIMITS
from provenance.model.times import Voucher


def claims(text: str) -> Claims:
    said = Statement("desk", Standing.OFFERED, Voucher.SENDER, "typed", caption=text)
    return read(said, a_vocabulary(), LIMITS.read)


def subject(one: str, other: str) -> Comparison:
    return next(each for each in compare(claims(one), claims(other)) if each.axis is Axis.SUBJECT)


@pytest.mark.parametrize(
    ("one", "other", "claimed", "on_record"),
    [
        ("President Ana Rivas waves from a car", "President Tomas Lund waves to the crowd", "Ana Rivas", "Tomas Lund"),
        ("Mayor Jo Ode opens the new bridge", "Mayor Petra Halm opens the bridge", "Jo Ode", "Petra Halm"),
        ("Twelve soldiers rest at a road", "Twenty soldiers rest at a road", "Twelve soldiers", "Twenty soldiers"),
        ("Rescuers carry 12 bodies from the mine", "Rescuers carry 3 bodies from the mine", "12 bodies", "3 bodies"),
        (
            "Looting after Hurricane Lena in the city",
            "Looting after Hurricane Oskar",
            "Hurricane Lena",
            "Hurricane Oskar",
        ),
        ("The crowd at the Lindau Festival", "The crowd at the Marren Festival", "Lindau Festival", "Marren Festival"),
    ],
)
def test_named_persons_counts_and_events_contradict(one: str, other: str, claimed: str, on_record: str) -> None:
    found = subject(one, other)
    assert found.verdict is Agreement.CONTRADICTS
    assert claimed in found.claimed
    assert on_record in found.on_record
    assert claimed in one
    assert on_record in other
    assert subject(other, one).verdict is Agreement.CONTRADICTS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("President Ana Rivas meets President Tomas Lund", "President Tomas Lund shakes hands with Ana Rivas"),
        ("President Rivas waves from a car", "President Ana Rivas waves from a car"),
        ("At least 12 people died in the fire", "13 people died in the fire in the old mill"),
        ("About 200 people march through the town", "150 people march through the town"),
        ("About twelve soldiers rest at a road", "Twenty soldiers rest at a road"),
        ("A 12-year-old boy waits at the border", "A 9-year-old boy waits at the border"),
        ("Two women carry water", "Five women sell fish at the harbour of another town"),
        ("A house destroyed by Hurricane Lena", "A house destroyed by a storm in the south"),
        ("Flood water stands in a street", "A man rows a boat past the church"),
        ("12 runners at kilometre 30", "12 runners at kilometre 12"),
        ("Photo 3 of 12 people", "Photo 5"),
    ],
)
def test_what_may_both_be_true_is_no_contradiction(one: str, other: str) -> None:
    assert subject(one, other).verdict is not Agreement.CONTRADICTS
    assert subject(other, one).verdict is not Agreement.CONTRADICTS


def test_a_shortening_says_the_same_and_an_added_name_does_not() -> None:
    long = "Firefighters carry a child from a flooded house in the early morning hours, May 3, 2019. AFP/Jo Ode"
    assert subject("Firefighters carry a child from a flooded house", long).verdict is Agreement.AGREES
    added = "Grounds covered with garbage after the speech of Lena Torvik at the festival"
    assert subject("Grounds covered with garbage after the festival", added).verdict is Agreement.CANNOT_TELL


def test_silence_and_other_languages_cannot_be_told() -> None:
    assert subject("", "A boat on the river").verdict is Agreement.CANNOT_TELL
    german = "Feuerwehrleute tragen ein Kind aus einem überfluteten Haus in der Stadt"
    assert subject(german, "Firefighters carry a child from a house in the town").verdict is Agreement.CANNOT_TELL


PARTS = [
    "President Ana Rivas",
    "12 people",
    "Hurricane Lena",
    "in Lagos",
    "on May 3, 2019",
    "a boat",
    "AFP/Jo Ode",
    "ﷺ",
    "\x00",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=12), max_size=6).map(" ".join))
def test_a_caption_never_contradicts_itself(text: str) -> None:
    said = claims(text)
    assert all(each.verdict is not Agreement.CONTRADICTS for each in compare(said, said))
