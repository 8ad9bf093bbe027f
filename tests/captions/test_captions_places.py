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
    ("Bees in Koriukivka, Chernihiv region, Ukraine May 9, 2016. EPA/Mo Fay", ["Koriukivka", "Chernihiv region"], "UA"),
    ("GATUNDU, Kenya - A woman votes.", ["GATUNDU"], "KE"),
    ("BREGENZ, AUSTRIA - JULY 9: A singer rests.", ["BREGENZ"], "AT"),
    ("A fire near Weedpatch, California, May 9, 2011. Tomas Feld—Getty Images", ["Weedpatch", "California"], "US"),
    ("A bakery in Lodi, Calif. The owner is away.", ["Lodi", "California"], "US"),
    ("A runner in Columbia, S.C. Photo: Tomas Feld, AP", ["Columbia", "South Carolina"], "US"),
    ("A windmill near Prieska, South Africa, on July 3, 2015.", ["Prieska"], "ZA"),
    ("21/06/2019 Kaunas (Lithuania)", ["Kaunas"], "LT"),
    ("Guérande, FranceA worker rakes salt.", ["Guérande"], "FR"),
    ("A tailor in the Lebanese village of Deir Amas on June 2, 2016.", ["Deir Amas"], None),
    ("A vigil about the war in Gaza, in London, England, Dec. 2, 2023. (AP Photo/Tomas Feld)", ["London"], "GB"),
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
        "Mara Quill, member of the Harbour Planning Board.",
        "The mayor spoke about the war in Ukraine.",
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
