"""What invented photos show, where, when and by whom; how agencies write it, and how senders do, truly or not."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
GERMAN = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
FRENCH = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
SPANISH = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)
TOWNS = (
    *(("Passau", "Germany"), ("Irpin", "Ukraine"), ("Mykolaiv", "Ukraine"), ("Homs", "Syria"), ("Erbil", "Iraq")),
    *(("Port Sudan", "Sudan"), ("Beira", "Mozambique"), ("Kisumu", "Kenya"), ("Maiduguri", "Nigeria")),
    *(("Tacloban", "Philippines"), ("Palu", "Indonesia"), ("Sylhet", "Bangladesh"), ("Peshawar", "Pakistan")),
    *(("Leh", "India"), ("Sendai", "Japan"), ("Busan", "South Korea"), ("Chengdu", "China"), ("Cairns", "Australia")),
    *(("Valparaiso", "Chile"), ("Manaus", "Brazil"), ("Cali", "Colombia"), ("Oaxaca", "Mexico")),
    *(("Paradise, California", "United States"), ("Galveston, Texas", "United States"), ("Halifax", "Canada")),
    *(("Grimsby", "England"), ("Derry", "Northern Ireland"), ("Calais", "France"), ("Lampedusa", "Italy")),
    *(("Granada", "Spain"), ("Porto", "Portugal"), ("Patras", "Greece"), ("Izmir", "Turkey"), ("Batumi", "Georgia")),
    *(("Gdansk", "Poland"), ("Brno", "Czech Republic"), ("Szeged", "Hungary"), ("Constanta", "Romania")),
    *(("Tromso", "Norway"), ("Umea", "Sweden"), ("Turku", "Finland"), ("Narva", "Estonia")),
)
EVENTS = (
    *("Residents wade through a flooded street", "Firefighters carry hoses up a burning hillside"),
    *("Volunteers hand out bread from a truck", "A woman looks out of a shattered window"),
    *("Workers clear rubble from a collapsed house", "Farmers block a road with tractors"),
    *("Students march with candles", "Fishermen pull a boat ashore before the storm"),
    *("Children play beside a damaged school", "Nurses wheel a patient into a tent hospital"),
    *("Police officers stand behind a barrier", "Supporters wave flags before a match"),
    *("A man sweeps ash from a roof", "Migrants wait at a fence in the rain"),
    *("Soldiers unload crates from a helicopter", "Mourners carry a coffin through a narrow street"),
    *("A baker opens his shop after the power came back", "Commuters walk along snow-covered tracks"),
    *("Divers search the harbour after a ferry accident", "Voters queue outside a polling station"),
)
GIVEN = (
    *("Ines", "Marek", "Tarek", "Leonie", "Oksana", "Jonas", "Amina", "Rafael", "Yuki", "Dario", "Sofia", "Pavel"),
    *("Nadia", "Henrik", "Lucia", "Samuel", "Elif", "Tomas", "Marta", "Viktor"),
)
FAMILY = (
    *("Halder", "Wolny", "Molla", "Anders", "Hrytsenko", "Bernasconi", "Quesada", "Azevedo", "Dijkman", "Sancak"),
    *("Orlov", "Lindqvist", "Okafor", "Tanaka", "Moreau", "Petrov", "Kovacs", "Serrano", "Haddad", "Novak"),
)


@dataclass(frozen=True, slots=True)
class Story:
    """What one photo shows: what happens, the town, its country, the day, the photographer, and the agency's style."""

    what: str
    town: str
    country: str
    day: date
    name: str
    style: int

    @property
    def long(self) -> str:
        """April 7, 2022."""
        return f"{MONTHS[self.day.month - 1]} {self.day.day}, {self.day.year}"

    @property
    def british(self) -> str:
        """7 April 2022."""
        return f"{self.day.day} {MONTHS[self.day.month - 1]} {self.day.year}"


Written = Callable[[Story], str]

STYLES: tuple[Written, ...] = (
    lambda s: f"{s.what} in {s.town}, {s.country}, {s.long}. REUTERS/{s.name}",
    lambda s: f"{s.what} in {s.town}, {s.country}, {DAYS[s.day.weekday()]}, {s.long}. (AP Photo/{s.name})",
    lambda s: f"{s.what} in {s.town}, {s.country}, on {s.long}. (Photo by {s.name} / AFP)",
    lambda s: f"{s.what} in {s.town}, {s.country}, {s.british}. EPA/{s.name.upper()}",
    lambda s: (
        f"{s.town.split(',')[0].upper()}, {s.country.upper()} - {MONTHS[s.day.month - 1].upper()} {s.day.day:02}:"
        f" {s.what} on {s.long} in {s.town}, {s.country}. (Photo by {s.name}/Getty Images)"
    ),
    lambda s: f"{s.what}, {s.town}, {s.country}, {s.british}. Photo: {s.name}/dpa",
    lambda s: f"{s.what} in {s.town}, {s.country}, {s.long}. (Xinhua/{s.name})",
    lambda s: f"{s.what} in {s.town}, {s.country}. Picture date: {DAYS[s.day.weekday()]} {s.long}. {s.name}/PA Wire.",
)
TRUE: tuple[tuple[str, Written], ...] = (
    ("shortened", lambda s: f"{s.what}, {s.town}"),
    ("shortened, with its day", lambda s: f"{s.what} in {s.town}, {s.british}"),
    ("the month only", lambda s: f"{s.what} in {s.country}, {MONTHS[s.day.month - 1]} {s.day.year}"),
    ("the year only", lambda s: f"{s.what}. {s.town}, {s.day.year}. Photo: {s.name}"),
    ("another house style", lambda s: STYLES[(s.style + 3) % 4](s).replace("AFP", AGENCIES[s.style])),
    ("web style", lambda s: f"{s.what} in {s.town} ({s.name} / {AGENCIES[s.style]})"),
    ("figures", lambda s: f"{s.town}, {s.day:%d.%m.%Y}: {s.what.lower()}"),
    ("German", lambda s: f"Szene in {s.town.split(',')[0]} am {s.day.day}. {GERMAN[s.day.month - 1]} {s.day.year}"),
    ("French", lambda s: f"Scène à {s.town.split(',')[0]}, le {s.day.day} {FRENCH[s.day.month - 1]} {s.day.year}"),
    (
        "Spanish",
        lambda s: f"Escena en {s.town.split(',')[0]}, el {s.day.day} de {SPANISH[s.day.month - 1]} de {s.day.year}",
    ),
)
AGENCIES = ("Reuters", "AP", "AFP", "EPA", "Getty Images", "dpa", "Xinhua", "PA Wire")


def stories(count: int, seed: int = 7) -> list[Story]:
    """So many, the same ones every time."""
    chance = random.Random(seed)
    made = []
    for number in range(count):
        town, country = chance.choice(TOWNS)
        day = date(2009, 1, 1) + timedelta(days=chance.randrange(5500))
        name = f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}"
        made.append(Story(chance.choice(EVENTS), town, country, day, name, number % len(STYLES)))
    return made


def falsified(story: Story, number: int) -> tuple[str, str]:
    """What is false about a label, and the label: the day, the place, the photographer, or all of them."""
    chance = random.Random(1000 + number)
    later = story.day + timedelta(days=chance.randrange(60, 3000))
    town, country = chance.choice([each for each in TOWNS if each[1] != story.country])
    name = chance.choice([f"{given} {family}" for given in GIVEN for family in FAMILY if family not in story.name])
    kinds: tuple[tuple[str, Story, Written], ...] = (
        ("another day", replace(story, day=later), TRUE[1][1]),
        ("another month", replace(story, day=later), TRUE[2][1]),
        ("another country", replace(story, town=town, country=country), TRUE[1][1]),
        ("another town, named alone", replace(story, town=town, country=country), TRUE[0][1]),
        ("another photographer", replace(story, name=name), STYLES[story.style]),
        ("another day and place", replace(story, town=town, country=country, day=later), STYLES[0]),
        ("another day in figures", replace(story, day=later), TRUE[6][1]),
        ("another day in German", replace(story, day=later), TRUE[7][1]),
    )
    kind, told, write = kinds[number % len(kinds)]
    return kind, write(told)
