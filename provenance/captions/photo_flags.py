"""What a caption says about the kind of its photo, in eleven languages: a file photo, a handout, released, issued.

Pool stands in credits and is read there, as most other signs of staff are.
"""

from __future__ import annotations

import re

from provenance.model.claims import DateRole, Flag, When

_PICTURE = (
    r"(?:photo(?:graph)?s?|pictures?|images?|videos?|stills?|footage|handouts?|screen ?grabs?"
    r"|(?:\w{1,12}-?)?(?:bild|foto)(?:er|s|aufnahme|’s|'s)?|aufnahmen?|photographies?|clichés?|fotografías?|im[aá]gen(?:es)?|fotografi[ae]|immagin[ei]"
    r"|fotografias?|imagem|imagens|beeld(?:en)?|zdjęci[ae]|kadry?|fotoğraf\w{0,4}|görüntü\w{0,5}|фото(?:графі[яї]"
    r"|графи[яи])?|знімк?[аои]{0,2}к?|снимк?[аои]{0,2}к?|зображення|изображени[ея]|кадри?ы?)"
)
_OF_THE_ARCHIVE = (
    r"file (?:photo|picture|image|pic|photograph|video|footage)s?|(?:archive|archival|library) (?:photo|picture|image"
    r"|footage)s?|archiv[- ]?(?:bild|foto|aufnahme)(?:er|s|en)?|archieff?[- ]?(?:foto|beeld)(?:['’]?s|en)?"
    r"|(?:photo|image|cliché|photographie)s? d['’]archives?|(?:foto|fotografía|imagen|fotografia|imagem)s? de "
    r"(?:archivo|arquivo)|(?:foto|immagine|fotografia) (?:d['’]|di )(?:archivio|repertorio)"
    r"|(?:zdj(?:ęcie|ęcia|\.)|fot(?:o|\.|ografia)?) (?:archiwaln[aey]|arch\.)"
    r"|archiwaln[aey] (?:zdjęci[ae]|fotografi[ae])"
    r"|arşiv (?:fotoğraf|görüntü|foto|resim)\w{0,5}|архівн\w{1,3} (?:фото|знім|світлин)\w{0,8}"
    r"|архивн\w{1,3} (?:фото|сним|кадр)\w{0,8}"
)
_FROM_THE_ARCHIVE = (
    r"(?:aus dem archiv|uit het archief|z archiwum|з архіву|из архива|from the (?:archive|file)s?)"
    r"(?=\s{0,2}(?:$|[.,;:)\]|/]))"
)
_ARCHIVE = r"files?|archiv|archives?|archivo|archivio|arquivo|archief|arch\.|archiwum|arşiv|архів|архив"
_FILE_PHOTO = re.compile(
    rf"(?<!\w)(?:{_OF_THE_ARCHIVE}|{_PICTURE} {_FROM_THE_ARCHIVE})(?!\w)"
    rf"|[(\[](?:{_ARCHIVE})[)\]]|[,/|] ?(?:{_ARCHIVE})\s{{0,2}}(?:[)\]]|\.?$)"
    rf"|(?<!\w)(?:foto|photo|bild|fot\.|fotoğraf|фото): ?(?:{_ARCHIVE})\s{{0,2}}(?:[)\]/]|\.?$)",
    re.IGNORECASE,
)
_FILE_LINE = re.compile(r"\W{0,3}(?:FILES?\b(?![.\w])|ARCHIV(?:ES?|O|IO)?\s?[-–—:])")
_GIVEN = (
    r"(?:fournie?s?|remise?s?|cedid[ao]s?|facilitad[ao]s?|proporcionad[ao]s?|suministrad[ao]s?|fornit[aeo]|concess[ao]"
    r"|zur verfügung gestellt\w{0,2}|(?:ter )?beschikking (?:is )?gesteld|udostępnion[aey]|dostarczon[aey]"
    r"|над(?:ано|ане|ані)|предоставлен\w{0,3})"
)
_HANDOUT = re.compile(
    rf"\bhand-?outs?\b|\bsupplied by a third party\b|(?<!\w){_PICTURE}[^.;]{{0,40}} {_GIVEN}(?!\w)"
    rf"|(?<!\w){_PICTURE}: {_GIVEN}(?!\w)|\bmat(?:eriały|\.) (?:prasowe|pras\.)|\btarafından "
    rf"(?:sağlanan|servis edilen) {_PICTURE}",
    re.IGNORECASE,
)
_BY_OR_ON = r"(?:by|on|at|durch|von|am|par|le|por|el|em|pelo|pela|d[ai]l?|dalla|dall['’]|il|door|op|przez|w|\d{1,2})"
_LET_OUT = (
    r"(?:released|provided|distributed|published|diffusées?|publiées?|transmises?|distribuées?|difundid[ao]s?|publicad[ao]s?"
    r"|distribuid[ao]s?|divulgad[ao]s?|distribuíd[ao]s?|diffus[aeo]|pubblicat[aeo]|rilasciat[aeo]|vrijgegeven|verspreide?"
    r"|gepubliceerde?|opublikowan[aey]|udostępnion[aey]|rozpowszechnion[aey])"
)
_LET_OUT_PLAIN = (
    r"(?:оприлюднен\w{1,3}|опублікован\w{1,3}|поширен\w{1,3}|обнародованн?\w{1,3}|опубликованн?\w{1,3}"
    r"|распростран[её]нн?\w{1,3}|veröffentlicht\w{0,2}|verbreitet\w{0,2})"
)
_RELEASED = re.compile(
    rf"(?<!\w){_PICTURE}[^.;]{{0,40}} (?:{_LET_OUT} {_BY_OR_ON}(?!\w)|{_LET_OUT_PLAIN}(?!\w))"
    rf"|(?<!\w)(?:{_LET_OUT_PLAIN}|vrijgegeven|yay[ıi][nm]lanan|paylaşılan) (?:{_PICTURE}|bu {_PICTURE})(?!\w)",
    re.IGNORECASE,
)
_STAFF = re.compile(r"[/|] ?staff(?: photo(?:grapher)?)?\s{0,2}(?:[)\]]|\.?$)", re.IGNORECASE)
_ISSUED = re.compile(
    r"\b(?:issue date|date of issue|ausgabedatum|date d['’](?:émission|envoi)|fecha de emisión"
    r"|data (?:di|de) emiss(?:ione|ão))\b",
    re.IGNORECASE,
)


def photo_flags(text: str, dates: tuple[When, ...]) -> frozenset[Flag]:
    """What a caption says of the kind of its photo; `dates` are those found in it and in its fields."""
    roles = {when.role for when in dates}
    found = (
        (Flag.FILE_PHOTO, _FILE_PHOTO.search(text) is not None or _FILE_LINE.match(text) is not None),
        (Flag.STAFF, _STAFF.search(text) is not None),
        (Flag.HANDOUT, _HANDOUT.search(text) is not None),
        (Flag.RELEASED_ON, DateRole.RELEASED in roles or _RELEASED.search(text) is not None),
        (Flag.ISSUE_DATE, DateRole.ISSUED in roles or _ISSUED.search(text) is not None),
    )
    return frozenset(flag for flag, holds in found if holds)
