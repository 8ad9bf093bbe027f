"""Write the names of months and weekdays that captions are read with, from the Unicode CLDR data that Babel carries.

python -m tools.make_months

What is written is provenance/captions/month_table.py: words only, so that reading a date needs no package and no file.
Names that CLDR does not list (the forms after "in" of languages that inflect, prefixes) stand in this file.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

from babel import Locale

from provenance.captions.spelling import fold

TARGET = Path(__file__).resolve().parents[1] / "provenance" / "captions" / "month_table.py"
LANGUAGES = str.split(
    "en de fr es it pt nl pl tr uk ru cs sk hu ro bg sr sr_Latn hr bs sl mk be lt lv et fi sv da nb nn is el sq ca gl "
    "ka hy az kk id ms sw af ar ar_SY ar_DZ he fa ur"
)
WITH_STAND_ALONE = frozenset(["cs", "sk", "pl", "uk", "ru", "be", "hr", "sl", "lt", "fi", "el", "ca", "hy", "bg"])
"""Languages whose months have another form without a day; Babel answers for others with what it loaded before."""
AFTER_IN = {
    "uk": "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні",
    "ru": "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
    "pl": "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu",
    "cs": "lednu únoru březnu dubnu květnu červnu červenci srpnu _ říjnu listopadu prosinci",
    "sk": "januári februári marci apríli máji júni júli auguste septembri októbri novembri decembri",
    "hr": "siječnju veljači ožujku travnju svibnju lipnju srpnju kolovozu rujnu _ studenome prosincu",
    "sr": "јануару фебруару марту априлу мају јуну јулу августу септембру октобру новембру децембру",
    "sr_Latn": "januaru februaru martu aprilu maju junu julu avgustu septembru oktobru novembru decembru",
    "fi": "tammikuussa helmikuussa maaliskuussa huhtikuussa toukokuussa kesäkuussa heinäkuussa elokuussa syyskuussa "
    "lokakuussa marraskuussa joulukuussa",
}
WITH_A_DAY = {
    "sr": "јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра",
    "sr_Latn": "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra",
}
SHORT = {
    "de": "jän _ _ _ _ _ _ _ _ _ _ _",
    "fr": "_ fév _ _ _ _ _ _ _ _ _ _",
    "uk": "_ _ _ _ трав _ _ _ _ _ лист _",
    "tr": "_ _ _ nis _ _ _ _ _ _ _ _",
}
ALSO_WORDS = frozenset(["mac", "out", "set", "mag"])  # too short or too common to stand without day and year
ACCUSATIVES = {
    "ru": "_ _ среду _ пятницу субботу _",
    "uk": "_ _ середу _ пятницю суботу неділю",
    "pl": "_ _ środę _ _ sobotę niedzielę",
    "cs": "_ _ středu _ _ sobotu neděli",
    "de": "_ _ _ _ _ sonnabend _",
    "pt": "segunda terça quarta quinta sexta _ _",
}
Rows = list[dict[str, None]]


def main() -> int:
    """Collect, write."""
    full, bound = months()
    parts = [("FULL", "Needs a day or a year beside it", full), ("BOUND", "Needs both a day and a year", bound)]
    days = weekdays()
    text = '"""Names of months and weekdays, folded. Written by tools/make_months.py from the Unicode CLDR data."""\n\n'
    text += "from __future__ import annotations\n\n"
    for name, use, rows in parts:
        text += constant(name, rows) + f'"""{use}; one row for each month."""\n\n'
    text += constant("WEEKDAYS", days) + '"""One row for each day of the week, Monday first."""\n'
    TARGET.write_text(text, encoding="utf-8")
    print(f"{sum(map(len, full))} names, {sum(map(len, bound))} short ones, {sum(map(len, days))} weekdays")
    return 0


def months() -> tuple[Rows, Rows]:
    """The names that stand for themselves, and those that need a day and a year."""
    full: Rows = [{} for _ in range(12)]
    bound: Rows = [{} for _ in range(12)]
    for width, language, month, name in _names():
        for word in _words(name, language):
            short = width == "abbreviated" or word in ALSO_WORDS or (len(word) < 4 and "א" <= word[0] <= "ۿ")
            (bound if short else full)[month - 1][word] = None
    for table, rows in ((AFTER_IN, full), (WITH_A_DAY, full), (SHORT, bound)):
        _add(table.values(), rows)
    for one, other in zip(full, bound, strict=True):
        for word in one:
            other.pop(word, None)
    return full, bound


def _names() -> Iterator[tuple[str, str, int, str]]:
    for language in LANGUAGES:
        contexts = ["format", "stand-alone"] if language in WITH_STAND_ALONE else ["format"]
        for context, width in product(contexts, ("wide", "abbreviated")):
            for month, name in Locale.parse(language).months[context][width].items():
                yield width, language, month, name


def _add(table: Iterable[str], rows: Rows) -> None:
    for row in table:
        for at, word in enumerate(row.split()):
            if word != "_":
                rows[at][fold(word)] = None


def _words(name: str, language: str) -> Iterator[str]:
    """A name without the preposition that Catalan writes with it, and with the one that Hebrew does."""
    word = fold(name).strip(". ׳").removeprefix("de ").removeprefix("d'")
    if len(word) > 2 and word.isalpha():
        yield word
        if language == "he":
            yield "ב" + word


def weekdays() -> Rows:
    """The names of the days; short ones are words of other languages too often."""
    rows: Rows = [{} for _ in range(7)]
    for language in LANGUAGES:
        locale = Locale.parse(language)
        contexts = ["format", "stand-alone"] if language in WITH_STAND_ALONE else ["format"]
        for day, name in (pair for context in contexts for pair in locale.days[context]["wide"].items()):
            word = fold(name).replace("'", "").removesuffix("-feira").removeprefix("יום ")
            if word.isalpha() and len(word) > 3:
                rows[day][word] = None
    _add(ACCUSATIVES.values(), rows)
    return rows


def constant(name: str, rows: Rows) -> str:
    """One tuple of lines as Python source."""
    return f"{name} = (\n" + "".join(_row(row) for row in rows) + ")  # fmt: skip\n"


def _row(row: dict[str, None]) -> str:
    lines, line = [], ""
    for word in sorted(row):
        if len(line) + len(word) > 104:
            lines.append(line)
            line = ""
        line += word + " "
    lines.append(line)
    return "".join(f'    "{line}"\n' for line in lines)[:-1] + ",\n"


if __name__ == "__main__":
    sys.exit(main())
