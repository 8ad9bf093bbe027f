"""Families: who joins by verified matches, what a single bridge does, and what an editor decided."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.matching.families import families
from provenance.model.family import Decision, Edge, Family, Member, Ruling, match_id
from provenance.model.matching import Match, MatchVerdict, Relation
from provenance.model.photo import PhotoId, PictureId

DAY = datetime(2022, 4, 7, tzinfo=UTC)
LEFT, RIGHT, WHOLE = (0.0, 0.0, 50.0, 100.0), (50.0, 0.0, 100.0, 100.0), (0.0, 0.0, 100.0, 100.0)


def picture(name: str) -> PictureId:
    return PictureId(name.encode().hex().ljust(64, "0"))


def members(names: str, sizes: dict[str, int] | None = None) -> dict[PictureId, Member]:
    """A picture for every letter, each a day younger than the one before."""
    return {
        picture(name): Member(
            picture(name), (sizes or {}).get(name, 100), 100, PhotoId(picture(name)), DAY + timedelta(days=age)
        )
        for age, name in enumerate(names)
    }


def edge(
    one: str,
    other: str,
    *relations: Relation,
    verdict: MatchVerdict = MatchVerdict.SAME_PHOTO,
    box: tuple[float, float, float, float] = WHOLE,
) -> Edge:
    left, top, right, bottom = box
    region = ((left, top), (right, top), (right, bottom), (left, bottom))
    return Edge(picture(one), Match(picture(other), verdict, relations, 0.99, "features", region=region))


def decided(one: str, other: str, ruling: Ruling, day: int = 0) -> Decision:
    pair = (picture(one), picture(other))
    return Decision(match_id(*pair), ruling, "desk", DAY + timedelta(days=day), pictures=pair)


def groups(found: tuple[Family, ...]) -> set[str]:
    """The families as the sorted letters of their members."""
    return {"".join(sorted(bytes.fromhex(one.rstrip("0")).decode() for one in family.members)) for family in found}


def test_copies_of_one_original_are_a_family_and_others_stand_alone() -> None:
    found = families(members("abcd"), [edge("b", "a"), edge("c", "a")])
    assert groups(found) == {"abc", "d"}


def test_a_crop_joins_through_the_original_that_comes_later() -> None:
    crops = [edge("c", "a"), edge("c", "b")]
    (family,) = families(members("abc", {"c": 400}), crops)
    assert family.best == picture("c")


def test_the_largest_picture_that_was_not_made_from_another_is_the_best() -> None:
    found = families(
        members("abc", {"a": 90, "b": 300, "c": 80}),
        [edge("b", "a", Relation.OVERLAID), edge("c", "a"), edge("c", "b")],
    )
    assert [family.best for family in found] == [picture("a")]


def test_a_single_bridge_joins_nothing_and_is_listed() -> None:
    """Two families of three; a member of the one matches a member of the other, and neither is the best."""
    within = [edge("b", "a"), edge("c", "a"), edge("e", "d"), edge("f", "d")]
    found = families(members("abcdef", {"a": 500, "d": 500}), [*within, edge("f", "c")])
    assert groups(found) == {"abc", "def"}
    assert all(len(family.bridges) == 1 for family in found)
    joined = families(members("abcdef", {"a": 500, "d": 500}), [*within, edge("f", "c"), edge("e", "b")])
    assert groups(joined) == {"abcdef"}


def test_a_collage_joins_none_of_the_photos_it_holds_and_is_their_guest() -> None:
    collage = [edge("c", "a", Relation.INSET, box=LEFT), edge("c", "b", Relation.INSET, box=RIGHT)]
    found = families(members("abc"), collage)
    assert groups(found) == {"a", "b", "c"}
    guests = {family.members[0]: family.guests for family in found}
    assert guests[picture("a")] == guests[picture("b")] == (picture("c"),)


def test_a_screenshot_of_one_photo_that_is_held_twice_joins_both() -> None:
    shot = [edge("b", "a"), edge("c", "a", Relation.INSET, box=LEFT), edge("c", "b", Relation.INSET, box=LEFT)]
    assert groups(families(members("abc"), shot)) == {"abc"}


def test_other_frames_and_doubtful_matches_never_join() -> None:
    for verdict in (MatchVerdict.SAME_SCENE, MatchVerdict.CANNOT_TELL):
        assert groups(families(members("ab"), [edge("b", "a", verdict=verdict)])) == {"a", "b"}


def test_decisions_split_and_join_and_the_last_one_counts() -> None:
    both = members("ab")
    assert groups(families(both, [edge("b", "a")], [decided("a", "b", Ruling.NOT_SAME)])) == {"a", "b"}
    assert groups(families(both, [], [decided("b", "a", Ruling.SAME_PHOTO)])) == {"ab"}
    changed = [decided("a", "b", Ruling.NOT_SAME), decided("a", "b", Ruling.SAME_PHOTO, day=1)]
    assert groups(families(both, [edge("b", "a")], changed)) == {"ab"}


def test_a_pair_ruled_apart_is_not_joined_through_a_third() -> None:
    edges = [edge("b", "a"), edge("c", "a"), edge("c", "b")]
    for family in families(members("abc"), edges, [decided("a", "b", Ruling.NOT_SAME)]):
        assert not {picture("a"), picture("b")} <= set(family.members)


def test_a_family_keeps_its_id_when_copies_come() -> None:
    (before,) = families(members("ab"), [edge("b", "a")])
    (after,) = families(members("abc"), [edge("b", "a"), edge("c", "a")])
    assert before.id == after.id


LETTERS = "abcdef"
PAIRS = [(one, other) for one, other in permutations(LETTERS, 2) if one > other]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PAIRS), unique=True), st.randoms(use_true_random=False))
def test_every_picture_is_in_one_family_whatever_the_order_of_the_edges(
    pairs: list[tuple[str, str]], random: object
) -> None:
    edges = [edge(one, other) for one, other in pairs]
    found = families(members(LETTERS), edges)
    held = [one for family in found for one in family.members]
    assert sorted(held) == sorted(members(LETTERS))
    random.shuffle(edges)  # type: ignore[attr-defined]
    assert groups(families(members(LETTERS), edges)) == groups(found)
