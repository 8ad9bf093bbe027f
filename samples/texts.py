"""The texts beside the sample photos: a picture desk's export, an article, and what senders wrote."""

from __future__ import annotations

import csv
import io

SITE = "https://morning-ledger.example"
COLUMNS = ("file", "caption", "credit", "date", "place", "published", "url", "publisher", "id")
_LEDGER = "The Morning Ledger"
_ROWS = (
    (
        "photos/borodyanka.jpg",
        "Firefighters and technical crews clear what is left of the middle of a residential block in Borodyanka.",
        "Reuters / Zohra Bensemra",
        "2022-04-07",
        "Borodyanka, Kyiv region, Ukraine",
        "2022-04-08",
        "/world/2022/04/08/kyiv-region-search",
    ),
    (
        "photos/harbour.jpg",
        "The fishing fleet in port at Bergen, with the painted merchants' houses behind it.",
        "AP / Ingrid Solheim-Aas",
        "2021-09-14",
        "Bergen, Norway",
        "2021-09-16",
        "/business/2021/09/16/cod-quotas",
    ),
    (
        "photos/night_street.jpg",
        "An evening in Brussels after rain: shops stay lit although few customers come.",
        "Lucas Vandermeer / AFP via Getty Images",
        "2020-11-18",
        "Brussels, Belgium",
        "2020-11-20",
        "/business/2020/11/20/high-streets",
    ),
    (
        "photos/market.jpg",
        "Stalls of fruit and vegetables line a street in the old quarter of Palermo.",
        "Carla Dimauro / Getty Images",
        "2019-06-11",
        "Palermo, Sicily, Italy",
        "2019-06-29",
        "/travel/2019/06/29/palermo-markets",
    ),
    (
        "photos/square.jpg",
        "Union members fill a square in the Portuguese capital to demand better wages.",
        "EPA / Duarte Falcao-Reis",
        "2021-05-20",
        "Lisbon, Portugal",
        "2021-05-21",
        "/world/2021/05/21/lisbon-rally",
    ),
    (
        "photos/works.jpg",
        "A coal-fired power station near Katowice on a cold afternoon.",
        "Marek Dolinski / AFP",
        "2017-01-24",
        "Katowice, Poland",
        "2017-01-27",
        "/science/2017/01/27/winter-smog",
    ),
    (
        "photos/stadium.jpg",
        "File photo: Northbank Park in Leeds with all seats taken, in October 2019.",
        "Helen Ardley / PA Wire",
        "2019-10-19",
        "Leeds, United Kingdom",
        "2021-03-18",
        "/sport/2021/03/18/fans-return",
    ),
    (
        "photos/flood.jpg",
        "Emergency crews take people from their homes by boat as high water reaches Deventer.",
        "Reuters / Pieter Hoogland",
        "2018-01-10",
        "Deventer, Netherlands",
        "2018-01-11",
        "/world/2018/01/11/high-water",
    ),
    (
        "photos/old_town.jpg",
        "Morning on the main square of Olomouc, a town that many visitors to the Czech Republic miss.",
        "AP / Tomas Vrabec",
        "2017-05-06",
        "Olomouc, Czech Republic",
        "2017-05-20",
        "/travel/2017/05/20/moravia",
    ),
    (
        "photos/containers.jpg",
        "Cranes unload a container ship in Gothenburg.",
        "Nordhavn Terminal / Handout via Reuters",
        "2020-08-29",
        "Gothenburg, Sweden",
        "2020-09-02",
        "/business/2020/09/02/freight-rates",
    ),
    (
        "photos/ferry.jpg",
        "Commuters wait for the first ferry of the day in Istanbul.",
        "Selin Aksoyer / AFP",
        "2018-10-03",
        "Istanbul, Turkey",
        "2018-10-05",
        "/world/2018/10/05/bosphorus",
    ),
)
"""One row a photo; the last photo is not among the samples: its row waits for it."""

ARTICLE = """\
Crews search ruined blocks north-west of Kyiv as roads reopen

The Morning Ledger | April 7, 2022
(An invented newspaper: this article was written as sample text.)

KEY POINTS

  • Search teams with heavy machinery have reached towns along the road from Kyiv to Korosten
  • Engineers say that several apartment blocks will have to be taken down
  • Trains to Bucha and Irpin are to run again once the bridges are repaired

Search teams worked through a second day on Thursday in towns north-west of Kyiv that Russian forces had left at the \
end of March, and where streets are now passable again for cranes and fire engines.

Officials of the emergency service said that crews from Zhytomyr and Vinnytsia had been sent to help. They work in \
shifts, stopping the machines every hour so that they can listen.

"Nobody here asks how long it will take," said the head of one team, who had come from Chernihiv on Tuesday. "You \
move one slab, and then the next one."

In Hostomel and Makariv, residents queued for water and bread that volunteers had brought from the capital. Mobile \
phone masts came back on the air on April 5, and many people called their relatives for the first time in weeks.

Engineers who looked at the damaged houses said on Wednesday that some could be repaired before winter. Others, among \
them several blocks of nine storeys, have lost the walls that carry them and would have to be demolished.

The regional administration has opened a register of damaged homes. More than 1,000 entries were made on its first day.

{caption}
{caption} Reuters / ZOHRA BENSEMRA"""

ARTICLE_CAPTION = (
    "Rescue workers search the rubble of a residential building brought down by Russian shelling, amid Russia's "
    "invasion of Ukraine, in Borodyanka, Kyiv region, Ukraine April 7, 2022."
)

KNOWN = (
    "Fishing boats at the quay in the old harbor of Bergen, Norway, on Tuesday, Sept. 14, 2021. "
    "(AP Photo/Ingrid Solheim-Aas)\n"
)
REPOST = "What an air strike left of a residential block in Aleppo, Syria, on 12 February 2023.\n"
UNKNOWN = "Wind turbines above ripening fields near Husum, Germany, on 23 July 2023. Photo: Annika Petersen\n"


def captions_csv() -> str:
    """The desk's export, as a spreadsheet program writes it."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for number, (file, caption, credit, date, place, published, path) in enumerate(_ROWS, start=1):
        writer.writerow((file, caption, credit, date, place, published, SITE + path, _LEDGER, f"ML-{4400 + number}"))
    return text.getvalue()


def article() -> str:
    """An article as it is scraped: its last two lines are the picture's alt text and its visible caption."""
    return ARTICLE.format(caption=ARTICLE_CAPTION)
