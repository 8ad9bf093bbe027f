"""Names of places found on the map: which of the towns, districts and regions that are called so a caption means.

What the caption says decides first: a country, a region or another town beside the name. Then what else stands in the
text (a nationality, another place, the language); then how widely known each is. Namesakes that remain likely are kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from provenance.captions.place_inflections import base_forms
from provenance.captions.place_words import DIRECTIONS, EVENT_WORDS, KINDS, NOT_ON_MAP, OF, PLAIN_VENUES, VENUE_WORDS
from provenance.captions.spelling import fold
from provenance.captions.vocabulary import Vocabulary, place_key
from provenance.model.claims import Place
from provenance.model.places import Spot, SpotKind

BESIDE = 150.0
"""Kilometres within which two names that stand beside each other are taken for neighbours."""
KEPT = 6
_INSIDE, _BESIDE, _SPOKEN_OF, _LANGUAGE = 4.0, 2.5, 2.0, 1.0
"""What speaks for one of several namesakes, in decimal orders of its renown."""
_SURE = 0.5
"""By so much the first must lead before its country is said."""
_LIKELY = 1.7
"""Namesakes within so much of the first are kept."""
CITY_RENOWN = 6.0
"""Renown from which a name alone is a city's: 100,000 inhabitants and names in twenty languages."""
TOWN_RENOWN = 4.8
"""Renown from which a name is a town's where another reading is at hand: 5,000 inhabitants and names in five."""
_OTHER_NAME = 0.7
"""What it costs that the map prints another name: Harare was called Salisbury once."""
_LATER = 0.04
"""What each place in the gazetteer's order costs: names that are written just so come before other spellings."""
_SELDOM = 0.7
"""What it costs a district that nothing calls it one: a town of that name is meant more often."""


@dataclass(frozen=True, slots=True)
class Hints:
    """Countries that other words of a text speak of, and what each adds to the renown of a place in it."""

    countries: Mapping[str, float] = field(default_factory=dict)
    loose: frozenset[int] = frozenset()
    """Where names begin that need not be towns': "the Richmond pub" is no word about Richmond."""

    def of(self, countries: frozenset[str]) -> float:
        """What speaks for a place that may be counted to these countries."""
        return max((self.countries.get(country, 0.0) for country in countries), default=0.0)


NO_HINTS = Hints()


@dataclass(frozen=True, slots=True)
class Placed:
    """What a caption's names mean on the map: all spots that the narrowest known name may mean, best first.

    `sure` tells whether the country of the first is plainly the one.
    """

    spots: tuple[Spot, ...] = ()
    countries: frozenset[str] = frozenset()
    sure: bool = False


def hints_of(nationalities: frozenset[str], neighbours: frozenset[str], language: frozenset[str]) -> Hints:
    """Hints from the nationalities and countries a text speaks of, from its other places, and from its language."""
    groups = ((language, _LANGUAGE), (neighbours, _SPOKEN_OF / 2), (nationalities, _SPOKEN_OF))
    return Hints({country: weight for group, weight in groups for country in group})


def spots_named(written: str, words: Vocabulary) -> tuple[Spot, ...]:
    """Everything on the map that is called so: as it is written, and without "northern", "region" and their kind."""
    if words.gazetteer is None:
        return ()
    core = core_of(written)
    if fold(core) in NOT_ON_MAP:
        return ()
    landmark = words.landmark(written) or words.landmark(core) or words.landmark(core.rpartition(" of ")[2])
    if landmark is not None:
        return landmark
    found = words.gazetteer.find({written, core})
    spots = tuple(dict.fromkeys((*found.get(written, ()), *found.get(core, ()))))
    if spots and core != written and spots[0].renown < _renown_needed(written):
        spots = found.get(written, ())
    return spots or _behind(core, words) or _named_after(core, words)


def _renown_needed(written: str) -> float:
    """From what renown on a building's or square's name is that of the town: "Kabul airport", "Paris hospital"."""
    last = fold(written.rsplit(maxsplit=1)[-1])
    return 0.0 if last in PLAIN_VENUES or last not in VENUE_WORDS else CITY_RENOWN


def base_name(written: str, words: Vocabulary) -> str | None:
    """The name behind a form that the map knows: Краков behind "Кракове"; None where it is no form."""
    core = core_of(written)
    if words.gazetteer is None or not (forms := base_forms(core)) or core in words.gazetteer.find([core]):
        return None
    found = words.gazetteer.find(forms)
    return max((form for form in forms if form in found), key=lambda form: found[form][0].renown, default=None)


def _behind(name: str, words: Vocabulary) -> tuple[Spot, ...]:
    """What the name means of which this is a form: "у Бородянці"."""
    form = base_name(name, words)
    return words.gazetteer.find([form])[form] if form is not None and words.gazetteer is not None else ()


def _named_after(name: str, words: Vocabulary) -> tuple[Spot, ...]:
    """The city whose name begins that of an event or building: "London Fashion Week", "Kabul airport"."""
    pieces = name.split()
    if len(pieces) < 2 or fold(pieces[-1]) not in VENUE_WORDS | EVENT_WORDS or words.gazetteer is None:
        return ()
    starts = [" ".join(pieces[:length]) for length in range(min(len(pieces) - 1, 3), 0, -1)]
    starts = [start for start in starts if fold(start) not in DIRECTIONS | KINDS | NOT_ON_MAP]
    found = words.gazetteer.find(starts)
    spots = next((found[start] for start in starts if start in found), ())
    return spots if spots and spots[0].renown >= CITY_RENOWN else ()


def core_of(written: str) -> str:
    """A name without what kind of place it is and where in it."""
    pieces = written.split()
    while len(pieces) > 1 and (fold(pieces[0]) in DIRECTIONS or pieces[0].lower() == "the"):
        pieces = pieces[1:]
    while len(pieces) > 1 and (fold(pieces[-1]).rstrip(".") in KINDS or fold(pieces[-1]) in {"airport", "suburbs"}):
        pieces = pieces[:-1]
    if len(pieces) > 1 and fold(pieces[0]) in KINDS:  # "Region Kiew", "Port of Ashdod"
        pieces = pieces[2:] if len(pieces) > 2 and pieces[1] in OF else pieces[1:]
    return " ".join(pieces).removesuffix("'s").removesuffix("’s")


def place_on_map(places: Sequence[Place], countries: frozenset[str], hints: Hints, words: Vocabulary) -> Placed:
    """Which spots the names mean. `countries` are stated in the phrase itself, `hints` come from elsewhere."""
    names = [place for place in places if not place.is_country]
    found = [(place, spots_named(place.excerpt.text, words)) for place in names]
    found = [
        (place, tuple(spot for spot in spots if place.excerpt.start not in hints.loose or spot.renown >= CITY_RENOWN))
        for place, spots in found
    ]
    known = [(place, allowed) for place, spots in found if (allowed := _allowed(spots, countries, words))]
    if not known:
        return Placed()
    at = _telling(known)
    place, spots = known[at]
    wider = [others for _, others in known[:at] + known[at + 1 :]]
    ranked = _ranked(place, spots, wider, hints, words)
    best = ranked[0][0]
    likely = [spot for score, spot in ranked if score >= best - _LIKELY]
    abroad = next((score for score, spot in ranked if spot.country != likely[0].country), None)
    kept = tuple(likely[:KEPT])
    every = frozenset(country for spot in kept for country in countries_of(spot, words))
    return Placed(kept, every, sure=abroad is None or abroad <= best - _SURE)


def _telling(known: Sequence[tuple[Place, tuple[Spot, ...]]]) -> int:
    """Which of the names tells most: the narrowest, unless another one far away is far better known.

    The narrowest of "Cardona station, Milan" is the name of a station, and not the town in the Philippines.
    """
    first = known[0][1]
    for at, (_, others) in enumerate(known[1:], 1):
        beside = any(_support(spot, [others]) for spot in first)
        if not beside and others[0].renown > first[0].renown:
            return at
    return 0


def _ranked(
    place: Place, spots: Sequence[Spot], wider: Sequence[tuple[Spot, ...]], hints: Hints, words: Vocabulary
) -> list[tuple[float, Spot]]:
    """The spots with what speaks for each, the likeliest first. Where the other names speak for some, or a region is
    what is written, the rest are left out.
    """
    kind = _kind_written(place.excerpt.text)
    support = {spot: _support(spot, wider) for spot in spots}
    pool = [spot for spot in spots if support[spot]] or list(spots)
    pool = [spot for spot in pool if kind and spot.kind is not SpotKind.TOWN] or pool
    scored = []
    for order, spot in enumerate(pool):
        score = spot.renown + support[spot] + hints.of(countries_of(spot, words)) - order * _LATER
        score -= 0.0 if spot.called else _OTHER_NAME
        score -= _SELDOM if not kind and spot.kind is SpotKind.DISTRICT else 0.0
        scored.append((score, spot))
    return sorted(scored, key=lambda one: -one[0])


def _support(spot: Spot, wider: Sequence[tuple[Spot, ...]]) -> float:
    """What the other names of the phrase say for a spot: it lies in one of them, or near it."""
    best = 0.0
    for others in wider:
        for rank, other in enumerate(others[:KEPT]):
            inside = other == spot or other.holds(spot) or spot.holds(other)
            near = inside or (other.country == spot.country and spot.distance(other) < BESIDE)
            best = max(best, (_INSIDE if inside else _BESIDE if near else 0.0) - rank / 4)
    return best


def countries_of(spot: Spot, words: Vocabulary) -> frozenset[str]:
    """Every country that a spot may be counted to: more than one where states dispute it."""
    disputed = words.disputed.get(spot.region, frozenset()) | words.disputed.get(spot.district, frozenset())
    shared = words.territory(spot.name)
    if shared is not None and not shared.is_country and spot.country in shared.countries:
        disputed |= shared.countries if shared.is_disputed else frozenset()
    return frozenset({spot.country}) | disputed | words.also.get(spot.country, frozenset())


def homes_of(names: Sequence[str], words: Vocabulary) -> frozenset[str]:
    """The countries in which the best known of the other places that a text names lie."""
    best = (spots_named(name, words)[:1] for name in names[:KEPT])
    return frozenset(spot.country for spots in best for spot in spots)


def _allowed(spots: Sequence[Spot], countries: frozenset[str], words: Vocabulary) -> tuple[Spot, ...]:
    return tuple(spot for spot in spots if not countries or countries_of(spot, words) & countries)


def _kind_written(written: str) -> bool:
    """Whether it is called a region or district: "Kyiv region", and not "Mexico City"."""
    last = fold(written.rsplit(maxsplit=1)[-1]).rstrip(".") if written.split() else ""
    return place_key(last) in KINDS and last not in {"city", "airport", "camp", "village", "port", "island"}
