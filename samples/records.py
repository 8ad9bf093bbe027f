"""What is written into and about each sample photo.

The pictures are rendered; their photographers and events are invented, with one exception: the sample of Borodyanka
carries the facts of a real photograph's credit, and says, as all others do, that it is not that photograph.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

NOTE = "Rendered sample picture, not the photograph."


@dataclass(frozen=True)
class Record:
    """One sample photo as its sender describes it.

    `taken` is the camera's own time, `stated` the IPTC "date created" (agencies often put the time of sending or of
    issue there), `sent` the time of transmission. `camera` (make, model) is empty where the agency strips EXIF; `iim`
    and `xmp` say which blocks it writes. The field names are those of the IPTC Photo Metadata Standard, shortened.
    """

    name: str
    scene: str
    caption: str
    taken: datetime
    stated: datetime
    sent: datetime | None = None
    headline: str = ""
    byline: str = ""
    position: str = ""
    credit: str = ""
    source: str = ""
    rights: str = ""
    city: str = ""
    region: str = ""
    country: str = ""
    country_code: str = ""
    slug: str = ""
    number: str = ""
    camera: tuple[str, str] | None = None
    old_caption: str = ""
    iim: bool = True
    xmp: bool = True
    quality: int = 80

    @property
    def full_caption(self) -> str:
        """The caption, and that the picture is a rendering."""
        return f"{self.caption} {NOTE}"

    @property
    def exif_caption(self) -> str:
        """The caption in EXIF, which holds ASCII: the one from before a re-issue, where there was one."""
        caption = f"{self.old_caption or self.caption} {NOTE}"
        return caption if caption.isascii() else ""


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)


BORODYANKA = Record(
    "borodyanka",
    "borodyanka",
    "Rescue crews search a hill of broken concrete where the middle of an apartment block stood before shelling "
    "brought it down, during Russia's invasion of Ukraine, in Borodyanka, Kyiv region, Ukraine, April 7, 2022. "
    "REUTERS/Zohra Bensemra.",
    taken=_at("2022-04-07T12:20:00+03:00"),
    stated=_at("2022-04-07T13:42:10+00:00"),
    sent=_at("2022-04-07T13:42:10+00:00"),
    headline="Rescuers work in the ruins of an apartment block in Borodyanka",
    byline="ZOHRA BENSEMRA",
    credit="REUTERS",
    source="X00001",
    rights="Thomson Reuters 2022",
    city="BORODYANKA",
    region="Kyiv region",
    country="Ukraine",
    country_code="UKR",
    slug="UKRAINE-CRISIS/BORODYANKA",
    number="SAMPLE0407A",
    xmp=False,
)

HARBOUR = Record(
    "harbour",
    "harbour",
    "Fishing boats lie along the quay below painted houses in the old harbor of Bergen, Norway, on Tuesday, "
    "Sept. 14, 2021. (AP Photo/Ingrid Solheim-Aas)",
    taken=_at("2021-09-14T17:22:08+02:00"),
    stated=_at("2021-09-14T15:22:08+00:00"),
    headline="Norway Harbor",
    byline="Ingrid Solheim-Aas",
    position="STF",
    credit="AP",
    source="AP",
    rights="Copyright 2021 The Associated Press. All rights reserved.",
    city="Bergen",
    country="Norway",
    country_code="NOR",
    slug="Norway Harbor",
    number="ISA104",
    camera=("SONY", "ILCE-9M2"),
)

NIGHT_STREET = Record(
    "night_street",
    "night_street",
    "Cars wait at a crossing on a rain-soaked shopping street in Brussels, on November 18, 2020. "
    "(Photo by Lucas VANDERMEER / AFP) (Photo by LUCAS VANDERMEER/AFP via Getty Images)",
    taken=_at("2020-11-18T19:05:41+01:00"),
    stated=_at("2020-11-18T00:00:00+00:00"),
    headline="BELGIUM-WEATHER",
    byline="LUCAS VANDERMEER",
    position="Stringer",
    credit="AFP via Getty Images",
    source="AFP",
    rights="AFP or licensors",
    city="Brussels",
    country="Belgium",
    country_code="BEL",
    slug="1229700001",
    number="0",
)

MARKET = Record(
    "market",
    "market",
    "PALERMO, ITALY - JUNE 11: Shoppers walk between fruit stalls in a market street of the old town on June 11, 2019 "
    "in Palermo, Italy. (Photo by Carla Dimauro/Getty Images)",
    taken=_at("2019-06-11T10:48:30+02:00"),
    stated=_at("2019-06-11T10:48:30+02:00"),
    headline="Daily Life In Palermo",
    byline="Carla Dimauro",
    position="Contributor",
    credit="Getty Images",
    source="Getty Images Europe",
    rights="2019 Getty Images",
    city="Palermo",
    region="Sicily",
    country="Italy",
    country_code="ITA",
    slug="1155000002",
    number="775300001",
    camera=("NIKON CORPORATION", "NIKON D5"),
    iim=False,
)

SQUARE = Record(
    "square",
    "square",
    "epa09200001 People wave the flags of their unions at a rally for higher pay on a square in Lisbon, Portugal, "
    "20 May 2021. EPA/DUARTE FALCAO-REIS",
    taken=_at("2021-05-20T16:31:02+01:00"),
    stated=_at("2021-05-20T16:31:02+01:00"),
    headline="Union rally in Lisbon",
    byline="DUARTE FALCAO-REIS",
    position="STF",
    credit="EPA",
    source="EPA",
    rights="EPA, 2021",
    city="Lisbon",
    country="Portugal",
    country_code="PRT",
    slug="PORTUGAL UNIONS RALLY",
    number="epa09200001",
    xmp=False,
)

VALLEY = Record(
    "valley",
    "valley",
    "Abendlicht über einem Bergsee bei Mittenwald: In den Höhenlagen liegt noch Schnee. "
    "Foto: Jonas Reitinger/dpa +++ dpa-Bildfunk +++",
    taken=_at("2022-06-21T20:14:55+02:00"),
    stated=_at("2022-06-21T00:00:00+00:00"),
    headline="Sommerabend im Gebirge",
    byline="Jonas Reitinger",
    credit="picture alliance/dpa",
    source="dpa",
    rights="dpa",
    city="Mittenwald",
    region="Bayern",
    country="Deutschland",
    country_code="DEU",
    slug="Sommerabend im Gebirge",
    camera=("Canon", "Canon EOS R5"),
)

WORKS = Record(
    "works",
    "works",
    "Steam and smoke rise from a power station at sunset in Katowice, southern Poland, on January 24, 2017. "
    "(Photo by Marek DOLINSKI / AFP)",
    taken=_at("2017-01-24T15:52:17+01:00"),
    stated=_at("2017-01-24T14:52:17+00:00"),
    sent=_at("2017-01-24T17:30:44+00:00"),
    headline="POLAND-ENERGY",
    byline="MAREK DOLINSKI",
    position="Stringer",
    credit="AFP",
    source="AFP",
    city="Katowice",
    country="Poland",
    country_code="POL",
    slug="POLAND-ENERGY",
    number="SAMPLEKO1Z7",
    xmp=False,
)

STADIUM = Record(
    "stadium",
    "stadium",
    "File photo dated 19-10-2019 of a match under floodlights at Northbank Park, Leeds, before a full house. "
    "Issue date: Thursday March 18, 2021. PA Photo. Photo credit should read: Helen Ardley/PA Wire.",
    taken=_at("2019-10-19T18:05:12+01:00"),
    stated=_at("2021-03-18T18:05:12+00:00"),
    headline="Northbank Park File Photo",
    byline="Helen Ardley",
    credit="PA",
    source="PA",
    rights="PA Wire/PA Images",
    city="Leeds",
    country="United Kingdom",
    country_code="GBR",
    slug="Northbank Park File Photo",
    number="59000001",
    camera=("Canon", "Canon EOS-1D X Mark II"),
    old_caption="General view of the match at Northbank Park, Leeds. Picture date: Saturday October 19, 2019. "
    "Photo credit should read: Helen Ardley/PA Wire.",
)

FLOOD = Record(
    "flood",
    "flood",
    "Rescuers in a boat fetch residents from a flooded street after the river burst its banks in Deventer, "
    "Netherlands, January 10, 2018. REUTERS/Pieter Hoogland.",
    taken=_at("2018-01-10T15:40:00+01:00"),
    stated=_at("2018-01-11T00:12:51+00:00"),
    sent=_at("2018-01-11T00:12:51+00:00"),
    headline="Rescuers fetch residents from a flooded street in Deventer",
    byline="PIETER HOOGLAND",
    credit="REUTERS",
    source="X00002",
    city="DEVENTER",
    country="Netherlands",
    country_code="NLD",
    slug="NETHERLANDS-FLOODS/",
    number="SAMPLE0111B",
    xmp=False,
)

OLD_TOWN = Record(
    "old_town",
    "old_town",
    "In this Saturday, May 6, 2017, photo, visitors cross the main square below the twin towers of a church in "
    "Olomouc, Czech Republic. (AP Photo/Tomas Vrabec)",
    taken=_at("2017-05-06T09:36:20+02:00"),
    stated=_at("2017-05-06T07:36:20+00:00"),
    headline="Czech Republic Travel Olomouc",
    byline="Tomas Vrabec",
    position="STR",
    credit="AP",
    source="AP",
    rights="Copyright 2017 The Associated Press. All rights reserved.",
    city="Olomouc",
    country="Czech Republic",
    country_code="CZE",
    slug="Czech Republic Travel Olomouc",
    number="TVR101",
    camera=("Canon", "Canon EOS 5D Mark IV"),
)

SNOW_PARK = Record(
    "snow_park",
    "snow_park",
    "People walk through a park after heavy snowfall in Riga, Latvia, 5 February 2019.",
    taken=_at("2019-02-05T10:12:00+02:00"),
    stated=_at("2019-02-05T10:12:00+02:00"),
    city="Riga",
    country="Latvia",
    camera=("FUJIFILM", "X-T3"),
    iim=False,
    xmp=False,
)

CONTAINERS = Record(
    "containers",
    "containers",
    "A container ship is unloaded at the port of Gothenburg, Sweden, August 29, 2020, in this handout picture released "
    "on August 30, 2020. Nordhavn Terminal/Handout via REUTERS THIS IMAGE HAS BEEN SUPPLIED BY A THIRD PARTY.",
    taken=_at("2020-08-29T18:40:00+02:00"),
    stated=_at("2020-08-30T08:55:30+00:00"),
    sent=_at("2020-08-30T08:55:30+00:00"),
    headline="A container ship is unloaded at the port of Gothenburg",
    byline="HANDOUT",
    credit="via REUTERS",
    source="Nordhavn Terminal",
    city="GOTHENBURG",
    country="Sweden",
    country_code="SWE",
    slug="SWEDEN-TRADE/",
    number="SAMPLE0830C",
    xmp=False,
)

READER = Record(
    "unknown",
    "turbines",
    "Wind turbines above ripening fields near Husum, Germany, 23 July 2023.",
    taken=_at("2023-07-23T20:31:07+02:00"),
    stated=_at("2023-07-23T20:31:07+02:00"),
    camera=("Google", "Pixel 7"),
    iim=False,
    xmp=False,
    quality=76,
)

RECORDS = (
    BORODYANKA, HARBOUR, NIGHT_STREET, MARKET, SQUARE, VALLEY, WORKS, STADIUM, FLOOD, OLD_TOWN, SNOW_PARK, CONTAINERS,
)  # fmt: skip
"""The photos of the sample archive."""
