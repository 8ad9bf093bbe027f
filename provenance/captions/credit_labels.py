"""The labels that stand before a credit: "Photo:", "Photograph by", "Credit...", "Fot.", "Bildquelle:", "©"."""

from __future__ import annotations

from provenance.captions.credit_line import Line
from provenance.captions.credit_words import FLAGS
from provenance.captions.spelling import words_of

_NOUNS = words_of(
    "photo photos photograph photographs photography photographer photographers picture pictures pic pics image images",
    "credit credits courtesy copyright illustration illustrations composite graphic screenshot screengrab video",
    "foto fotos fotograf fotografin bild bilder bildquelle bildnachweis fotonachweis fotocredit fotoquelle archivfoto",
    "archivbild symbolbild symbolfoto aufnahme aufnahmen montage grafik bildrechte urheber",
    "photographie photographies photographe fotografia fotografie fotografo imagen imagem immagine credito creditos",
    "crediti cortesia beeld fotograaf afbeelding kuva kuvat kuvaaja arkivfoto arkivbild billede bilde fot zdjecie",
    "zdjecia autor snimek fotka kep fotografija poza снимка снимки снимок фото фотограф фотография світлина",
    "изображение φωτογραφια φωτο fotoğraf fotograf gorsel anh gambar nuotr تصوير الصورة صورة צילום קרדיט עכס عکس",
    "ภาพ фотоархив autorka фотография",
)
_ONLY_CLOSED = words_of(
    "source sources fuente fonte quelle bron kilde kalla lahde zrodlo zdroj forras sursa izvor источник джерело",
    "design kaynak nguon sumber المصدر مصدر πηγη supplied submitted provided contributed author autore author/source",
)
"""Words that are a label only where a colon, "by" or a comma follows."""
_ADJECTIVES = words_of(
    "file archive handout courtesy staff pool official undated mandatory special contributed undated press wire agency",
    "d'archives d'illustration archivo arquivo archivio archivbild titelbild title cover main lead",
)
_CLOSERS = frozenset({":", "...", "…", "©", "by", "par", "por", "copyright", "：", "door", "read"})
_LOOSE_CLOSERS = frozenset({"de", "di", "von", "van", "da", "do", "od", "av", "af", "/", "|", "-", "–", "—"})
"""After these a label counts only where the credit fills the rest of its sentence."""
_BARE = words_of(
    "© copyright credit credits creditcredit courtesy foto bild beeld kuva fot photo photos picture pic image снимка",
    "фото zdjecie anh",
)
_STRONG = words_of("© copyright credit credits courtesy")
"""Labels that need no mark between them and a name."""
_NESTED = words_of("courtesy cortesia credit photo foto handout © image picture photograph")
"""What may stand behind one label as another: "Photo: Courtesy of", "Credit: Photo:"."""
_LONGEST = 12


def label_end(line: Line, at: int, deep: bool = False) -> tuple[int, bool] | None:
    """The token after a label that starts here, and whether a credit is certain to follow; None where there is none.

    Where it is not certain the credit has to fill the rest of its sentence: "Foto Jo Doe." is one, "Photo shows" not.
    """
    tokens = line.tokens
    end, noun = at, False
    while end < len(tokens) and end - at < _LONGEST and (end == at or not tokens[end].fresh):
        word = tokens[end].folded
        if _is_noun(line, at, end):
            noun = True
        elif not (word in _ADJECTIVES or (noun and _inside(line, end))):
            break
        end += 1
    if not noun and not (end > at and end < len(tokens) and tokens[end - 1].folded in _ONLY_CLOSED):
        return _copyright(line, at)
    return _closed(line, at, end, deep)


def _inside(line: Line, at: int) -> bool:
    """ "Courtesy of", "Photo credit should read", "Fot."."""
    before, word = line.folded(at - 1), line.folded(at)
    if word == "de":
        return line.folded(at + 1) in {"archivo", "arquivo", "stock", "couverture"}
    return (
        word == "should" or (word == "of" and before in {"courtesy", "cortesia"}) or (word == "." and before == "fot")
    )


def _is_noun(line: Line, start: int, at: int) -> bool:
    token = line.tokens[at]
    if token.folded in _NOUNS:
        if line.folded(at) in {"courtesy", "cortesia"} and line.folded(at + 1) in {"of", "de"}:
            return True
        abbreviated = token.folded == "fot" and line.text(at + 1) == "."
        return token.capital or token.caseless or at > start or abbreviated or _closes(line, at + 1)
    return token.folded in _ONLY_CLOSED and (at > start or token.capital or token.caseless or _closes(line, at + 1))


def _closes(line: Line, at: int) -> bool:
    return at < len(line.tokens) and line.tokens[at].folded in _CLOSERS


def _copyright(line: Line, at: int) -> tuple[int, bool] | None:
    """ "©", "(c)", each with a year behind it that is passed over."""
    tokens = line.tokens
    end = at
    if tokens[at].text == "©":
        end = at + 1
    elif (
        tokens[at].text == "(" and at + 2 < len(tokens) and tokens[at + 1].folded == "c" and tokens[at + 2].text == ")"
    ):
        end = at + 3
    while at < end < len(tokens) and (tokens[end].text.isdigit() or tokens[end].text in {"-", ",", ":", "by"}):
        end += 1
    return (end, True) if at < end < len(tokens) else None


def _closed(line: Line, at: int, end: int, deep: bool) -> tuple[int, bool] | None:
    tokens = line.tokens
    closed = end
    while closed < len(tokens) and closed - end < 4 and tokens[closed].folded in _CLOSERS:
        closed += 1
    while (
        at < closed < len(tokens) and tokens[closed - 1].folded in {"copyright", "©"} and tokens[closed].text.isdigit()
    ):
        closed += 1
    if closed >= len(tokens):
        return None
    if closed > end or tokens[end - 1].folded == "of" or _marked_so(line, at, end):
        nested = label_end(line, closed, deep=True) if tokens[closed].folded in _NESTED and not deep else None
        return nested or (closed, True)
    if tokens[end].folded in _LOOSE_CLOSERS and end + 1 < len(tokens) and _starts_segment(line, at):
        return end + 1, False
    source = tokens[end - 1].folded == "source" and tokens[end].text == ","  # "Image source, Agency"
    if source:
        return end + 1, True
    return _bare(line, at, end)


def _marked_so(line: Line, at: int, end: int) -> bool:
    return end - at >= 2 and line.tokens[end - 1].text == "." and line.tokens[end - 2].folded == "fot"


def _bare(line: Line, at: int, end: int) -> tuple[int, bool] | None:
    tokens = line.tokens
    token = tokens[end]
    words = {each.folded for each in tokens[at:end]}
    if not (token.capital or token.caseless or token.handle or line.agency(end) or token.folded == "via"):
        return None
    if words & _STRONG or tokens[at].text in {"©"}:
        return (end, True) if tokens[at].capital or tokens[at].glued or line.agency(end) else None
    return (end, False) if words & _BARE and _starts_segment(line, at) else None


def _starts_segment(line: Line, at: int) -> bool:
    return line.starts_sentence(at)


def label_flags(line: Line, start: int, end: int) -> list[str]:
    """The flags that a label sets: "File photo by", "Pool photo by"."""
    return [flag for at in range(start, end) if (flag := FLAGS.get(line.tokens[at].folded, ""))]
