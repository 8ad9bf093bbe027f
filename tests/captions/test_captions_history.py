"""The caption history: order, which version is held against which, and the names of what changed."""

from __future__ import annotations

import pytest
from builders.cases import a_claim, a_statement, a_testimony, a_when, some_claims
from builders.histories import a_history, said_so

from provenance.captions.caption_changes import told
from provenance.captions.languages import language
from provenance.model.appearance import Standing
from provenance.model.claims import Claims, DateRole, Flag
from provenance.model.history import Change, Dating, Turn
from provenance.model.times import Voucher

LVIV = "Volunteers sort clothes at a school in Lviv, Ukraine, May 3, 2021. REUTERS/Ines Halder"
FACTS = {"date": a_when("2021-05-03", "May 3, 2021"), "place": "Lviv, Ukraine", "creators": "Ines Halder"}


def claims(text: str = LVIV, **facts: object) -> Claims:
    return some_claims(text, **{**FACTS, "agencies": "Reuters", **facts})


def changes(after: Claims, before: Claims | None = None) -> dict[Change, tuple[str, str]]:
    return {one.change: (one.before, one.after) for one in told(before or claims(), after).changes}


def turn(after: Claims) -> Turn:
    return told(claims(), after).turn


@pytest.mark.parametrize(
    ("facts", "change", "sides"),
    [
        ({"date": a_when("2023-08-09", "August 9, 2023")}, Change.DATE_MOVED, ("May 3, 2021", "August 9, 2023")),
        ({"creators": "Jon Smidt"}, Change.PHOTOGRAPHER_SWAPPED, ("Ines Halder", "Jon Smidt")),
        ({"agencies": "AFP", "creators": ""}, Change.AGENCY_CHANGED, ("Reuters", "AFP")),
        ({"flags": [Flag.FILE_PHOTO]}, Change.FILE_PHOTO_ADDED, ("", "")),
        ({"flags": [Flag.HANDOUT]}, Change.HANDOUT_ADDED, ("", "")),
        ({"date": None}, Change.DATE_DROPPED, ("May 3, 2021", "")),
        ({"creators": ""}, Change.PHOTOGRAPHER_DROPPED, ("Ines Halder", "")),
    ],
)
def test_each_change_is_named_with_the_characters_of_both_sides(facts, change, sides):
    assert changes(claims("Volunteers sort clothes at a school in the east", **facts))[change] == sides


@pytest.mark.parametrize(("flag", "change"), [(Flag.FILE_PHOTO, "FILE_PHOTO"), (Flag.HANDOUT, "HANDOUT")])
def test_markers_that_were_dropped_are_named(flag, change):
    before = claims(f"{flag.value}: {LVIV}", flags=[flag])
    assert Change[f"{change}_DROPPED"] in changes(claims(), before)
    assert told(before, claims()).turn is Turn.OTHER_FACTS


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("At least 12 people were rescued", "At least 50 people were rescued", ("12 people", "50 people")),
        ("Some 1,200 sheep on a road", "Some 1.900 sheep on a road", ("1,200 sheep", "1.900 sheep")),
        ("The two brothers wave", "The three brothers wave", ("two brothers", "three brothers")),
    ],
)
def test_a_number_that_counts_something_else_is_named(before, after, expected):
    made = told(some_claims(before), some_claims(after))
    assert [(one.before, one.after) for one in made.changes if one.change is Change.NUMBER_CHANGED] == [expected]
    assert made.turn is Turn.OTHER_FACTS


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Some 1,200 sheep on a road", "Some 1.200 sheep on a road"),
        ("Two brothers wave", "2 brothers wave"),
        ("Lviv, 3 May", "Lviv, 4 May"),
        ("Opened at 10 am in Lviv", "Opened at 11 am in Lviv"),
    ],
)
def test_the_same_number_in_another_style_and_times_and_dates_are_no_number_changed(before, after):
    old = some_claims(before, date=a_when("2021-05-03", "3 May"))
    new = some_claims(after, date=a_when("2021-05-04", "4 May"))
    assert Change.NUMBER_CHANGED not in changes(new, old)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Volunteers sort clothes at a school in Lviv, May 3, 2021.", Change.SHORTENED),
        (
            f"FOTO {LVIV} It was the third such collection of clothes at the school since spring began.",
            Change.LENGTHENED,
        ),
        ("Freiwillige sortieren am 3. Mai 2021 in einer Schule in Lviv Kleider für die Armen.", Change.TRANSLATED),
        ("Волонтери сортують одяг у школі у Львові, 3 травня 2021 року", Change.TRANSLATED),
        ("Clothes were sorted by helpers in a Lviv school on the third of May, 2021", Change.REWORDED),
    ],
)
def test_shortened_translated_and_reworded_captions_keep_the_facts(text, change):
    made = told(claims(), claims(text))
    assert made.turn is Turn.SAME_FACTS
    assert change in {one.change for one in made.changes}


@pytest.mark.parametrize(
    "text", ["Kyiv volunteers sort clothes", "Freiwillige sortieren Kleider in der Stadt im Osten"]
)
def test_another_day_in_other_words_or_another_language_is_re_attribution(text):
    assert turn(claims(text, date="2023-08-09")) is Turn.RE_ATTRIBUTED


def test_without_common_words_and_facts_nothing_can_be_told():
    silent = some_claims("A view of the harbour")
    assert told(claims(), silent).turn is Turn.CANNOT_TELL


def test_the_same_words_are_the_same_whatever_fields_are_silent():
    made = told(claims(), some_claims(LVIV))
    assert (made.turn, made.changes) == (Turn.SAME_WORDS, ())
    assert told(claims(), claims(date="2023-08-09")).turn is Turn.RE_ATTRIBUTED


def test_versions_stand_in_the_order_of_their_own_times():
    wire = a_testimony(transmitted="2021-05-03", recorded="2026-01-01", **said_so(LVIV, **FACTS))
    page = a_testimony(source="paper", published="2022-02-01", recorded="2022-02-02", **said_so("Clothes in Lviv"))
    old = a_testimony(source="table", recorded="2026-02-01", **said_so("Lviv", date="2020-01-01"))
    bare = a_testimony(source="list", recorded="2026-03-01", **said_so("A school"))
    made = a_history(page, bare, wire, old)
    assert [one.dating for one in made] == [Dating.NAMED, Dating.TRANSMITTED, Dating.PUBLISHED, Dating.RECORDED]
    assert [one.appearance.statement.source for one in made] == ["table", "reuters", "paper", "list"]


def test_a_file_photo_stands_at_its_issue_not_at_the_day_it_was_taken():
    taken = a_when("2014-06-24", "24-06-2014")
    issued = a_when("2015-04-02", "April 2, 2015", role=DateRole.ISSUED)
    again = some_claims("File photo dated 24-06-2014. Issue date April 2, 2015", date=taken, flags=[Flag.FILE_PHOTO])
    again = Claims(again.text, again.when, flags=again.flags, dates=(taken, issued))
    first = a_testimony(claims=some_claims("A batsman, June 24, 2014", date="2014-06-24"), recorded="2026-01-01")
    made = a_history(a_testimony(source="pa", claims=again, recorded="2026-01-01"), first)
    assert [one.dating for one in made] == [Dating.NAMED, Dating.ISSUED]
    assert made[1].change(Change.FILE_PHOTO_ADDED)


def test_the_claim_comes_last_and_is_held_against_what_is_most_like_it():
    wire = a_testimony(transmitted="2021-05-03", **said_so(LVIV, **FACTS))
    other = a_testimony(source="b", published="2022-01-01", **said_so("A view over roofs", date="2021-05-03"))
    made = a_history(wire, other, claim=a_claim(LVIV.replace("May 3, 2021", "May 9, 2023"), date="2023-05-09"))
    assert (made[2].is_claim, made[2].dating, made[2].against) == (True, Dating.CHECKED, 0)
    assert made[2].turn is Turn.RE_ATTRIBUTED


def test_a_change_is_told_where_it_was_made_and_not_where_it_was_copied():
    wire = a_testimony(transmitted="2021-05-03", **said_so(LVIV, **FACTS))
    false = LVIV.replace("Lviv", "Odesa").replace("May 3, 2021", "August 9, 2023")
    first = a_testimony(source="a", published="2023-08-10", **said_so(false, date="2023-08-09"))
    copy = a_testimony(source="b", published="2023-08-11", **said_so(false, date="2023-08-09"))
    made = a_history(wire, first, copy)
    assert [one.turn for one in made] == [Turn.FIRST, Turn.RE_ATTRIBUTED, Turn.SAME_WORDS]
    assert made[2].against == 1


def test_a_day_that_was_dropped_and_comes_back_as_another_has_moved():
    wire = a_testimony(transmitted="2021-05-03", **said_so(LVIV, **FACTS))
    short = a_testimony(source="a", published="2021-06-01", **said_so("Volunteers sort clothes at a school"))
    again = "Volunteers sort clothes at a school, August 2023"
    late = a_testimony(source="b", published="2023-08-10", **said_so(again, date=a_when("2023-08-09", "August 2023")))
    made = a_history(wire, short, late)
    assert made[2].against == 1
    moved = made[2].change(Change.DATE_MOVED)
    assert moved is not None
    assert (moved.before, moved.after) == ("May 3, 2021", "August 2023")


def test_translations_are_held_against_the_version_with_the_same_facts():
    wire = a_testimony(transmitted="2021-05-03", **said_so(LVIV, **FACTS))
    other = a_testimony(source="b", published="2021-06-01", **said_so("Zwei Katzen im Schnee", date="2021-01-01"))
    german = "Freiwillige sortieren Kleider in einer Schule"
    translated = a_testimony(source="c", published="2021-07-01", **said_so(german, date="2021-05-03"))
    assert a_history(wire, other, translated)[2].against == 0


def test_nothing_is_held_against_offers_and_the_claim_not_against_what_was_superseded():
    offer = a_testimony(source="s", standing=Standing.OFFERED, published="2020-01-01", **said_so("Odesa, 2020"))
    old = a_testimony(superseded=True, transmitted="2021-05-02", **said_so(LVIV + " Slip", **FACTS))
    new = a_testimony(source="reuters", transmitted="2021-05-03", **said_so(LVIV, **FACTS))
    made = a_history(offer, old, new, claim=a_claim(LVIV + " Slip"))
    assert [one.against for one in made] == [None, None, 1, 2]


def test_blocks_of_one_file_that_say_the_same_are_one_version():
    blocks = [
        a_testimony(source="own", voucher=Voucher.IN_FILE, standing=Standing.IN_FILE, address=name, **said_so(LVIV))
        for name in ("IPTC-IIM", "XMP")
    ]
    (version,) = a_history(*blocks)
    assert version.addresses == ("IPTC-IIM", "XMP")


def test_hidden_texts_of_a_page_are_held_against_its_visible_caption():
    page = {"source": "paper", "standing": Standing.PUBLISHED, "published": "2023-08-10", "url": "https://a.example/1"}
    hidden = a_testimony(address="a.html: alternative text of figure 1", **page, **said_so(LVIV, **FACTS))
    visible = a_testimony(address="a.html: figure 1", **page, **said_so("Odesa on Monday", date="2023-08-07"))
    wire = a_testimony(transmitted="2021-05-03", **said_so(LVIV, **FACTS))
    made = a_history(hidden, visible, wire)
    assert [one.appearance.statement.address for one in made[1:]] == ["a.html: figure 1", hidden_address(made)]
    assert (made[2].against, made[2].turn) == (1, Turn.RE_ATTRIBUTED)


def hidden_address(made) -> str:
    return next(one.appearance.statement.address for one in made if one.beside)


def test_statements_without_a_caption_have_no_version():
    assert a_history(a_testimony(a_statement(caption="", credit="Reuters"), claims=some_claims(""))) == ()


def test_a_photo_that_a_thousand_pages_show_is_told_in_time():
    many = [a_testimony(source=f"s{at}", published="2021-05-03", **said_so(f"{LVIV} {at}")) for at in range(300)]
    assert len(a_history(*many)) == 200


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Volunteers sort clothes at a school in the east of the city", "en"),
        ("Freiwillige sortieren Kleider in einer Schule im Osten der Stadt", "de"),
        ("Des bénévoles trient des vêtements dans une école à l'est de la ville", "fr"),
        ("Voluntarios clasifican ropa en una escuela del este de la ciudad, el martes", "es"),
        ("Волонтери сортують одяг у школі на сході міста", "uk"),
        ("Волонтеры сортируют одежду в школе на востоке города", "ru"),
        ("متطوعون يفرزون الملابس في مدرسة", "ar"),
        ("東京の学校で服を分けるボランティア", "ja"),
        ("REUTERS/Ines Halder", None),
        ("", None),
    ],
)
def test_languages_are_told_where_enough_is_said(text, code):
    assert language(text) == code
