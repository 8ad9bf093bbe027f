"""Places: names kept as they stand, with the country where the text names it."""

from __future__ import annotations

import pytest
from builders.captions import a_vocabulary, claims_of

from provenance.captions.place_names import same_place_name
from provenance.model.claims import Where


def where(caption: str, **fields: str) -> Where:
    found = claims_of(caption, **fields).where
    assert found is not None, caption
    return found


PLACES = [
    ("Smoke rises in Borodyanka, Kyiv region, Ukraine April 7, 2022. REUTERS/Mara Quill", ["Borodyanka",
    "Kyiv region"], "UA"),
    ("GATUNDU, Kenya - A woman votes.", ["GATUNDU"], "KE"),
    ("KITZBUEHEL, AUSTRIA - JANUARY 20: A skier rests.", ["KITZBUEHEL"], "AT"),
    ("A fire near Lost Hills, California, March 24, 2014. Tomas Feld—Getty Images", ["Lost Hills", "California"], "US"),
    ("The control room in Folsom, Calif. The company runs it.", ["Folsom", "California"], "US"),
    ("A runner in Columbia, S.C. Photo: Tomas Feld, AP", ["Columbia", "South Carolina"], "US"),
    ("A telescope near Carnarvon, South Africa, on May 18, 2012.", ["Carnarvon"], "ZA"),
    ("07/04/2022 Borodyanka (Ukraine)", ["Borodyanka"], "UA"),
    ("Bouée, FranceA stork stands on its nest.", ["Bouée"], "FR"),
    ("A boy in the Palestinian village of Kifl Hares on November 19, 2019.", ["Kifl Hares"], None),
    ("A march against the war in Gaza, in London, England, Nov. 11, 2023. (AP Photo/Tomas Feld)", ["London"], "GB"),
    ("Deminers work outside Izium on 3 May 2023", ["Izium"], None),
    ("Un bateau à Lyon, en France, le 7 avril 2022", ["Lyon"], "FR"),
]  # fmt: skip


@pytest.mark.parametrize(("caption", "names", "country"), PLACES)
def test_the_place_shown_is_read_with_its_country(caption: str, names: list[str], country: str | None) -> None:
    place = where(caption)
    assert (list(place.names), place.country) == (names, country)


@pytest.mark.parametrize(
    "caption",
    [
        "Israeli soldiers rest beside a Ukrainian flag.",
        "A French chef tastes German bread.",
        "President Plum and Senator Ford laugh.",
        "A volunteer with the Red Cross in May 2019.",
        "A portrait of Mara Quill. Photo: Tomas Feld/Reuters",
        "Mara Quill, chair of the Harbour Recovery Board.",
        "The mayor has commented on the war in Ukraine.",
        "Reuters / TOMAS FELD",
    ],
)
def test_people_peoples_and_wars_elsewhere_are_no_places(caption: str) -> None:
    assert claims_of(caption).where is None


def test_a_place_field_wins_over_the_caption() -> None:
    place = where("A tram in Leeds.", place="Borodyanka, Kyiv region, Ukraine")
    assert ([name.name for name in place.places], place.country) == (["Borodyanka", "Kyiv region", "Ukraine"], "UA")


@pytest.mark.parametrize(
    ("text", "country", "countries"),
    [
        ("A flag in Simferopol, Crimea", None, {"RU", "UA"}),
        ("A street in Tbilisi, Georgia, in June 2015", None, {"GE", "US"}),
        ("A ferry in Hong Kong, China", "HK", {"CN", "HK"}),
        ("A street in Gaza", "PS", {"IL", "PS"}),
        ("A bridge on the Sudan-Chad border", None, None),
    ],
)
def test_disputed_and_shared_names_may_lie_in_several_countries(
    text: str, country: str | None, countries: set[str] | None
) -> None:
    place = where(text)
    assert place.country == country
    assert countries is None or set(place.countries) >= countries


def test_two_letter_words_are_no_states() -> None:
    vocabulary = a_vocabulary()
    assert [vocabulary.territory(word) for word in ("in", "or", "me", "Miss", "Ill", "Man")] == [None] * 6
    assert all(vocabulary.territory(word) is not None for word in ("IN", "OR", "Calif.", "N.C.", "Miss.", "U.S.", "UK"))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kyiv", "Kiev"), ("Borodyanka", "Borodianka"), ("Бородянка", "Borodyanka"), ("Khan Younis", "Khan Yunis"),
     ("Kitzbühel", "Kitzbuehel"), ("Maarat al-Numan", "Ma'arrat al-Nu'man"), ("Kyiv region", "KYIV"), ("Wien",
     "Vienna")],
)  # fmt: skip
def test_spellings_of_one_place(one: str, other: str) -> None:
    assert same_place_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Mosul", "Kabul"), ("Leeds", "Lyon"), ("Austin", "Boston"), ("Iran", "Iraq")]
)
def test_two_places(one: str, other: str) -> None:
    assert not same_place_name(one, other)
