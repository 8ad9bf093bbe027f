"""The words of the grammar of credits: flags, noise, ranks, joining words, and the phrases that desks add."""

from __future__ import annotations

from provenance.captions.spelling import words_of

SEPARATORS = frozenset("/|—–#‖\\•·~／｜")
FLAGS = {
    "handout": "handout", "ho": "handout", "hogp": "handout", "hons": "handout", "supplied": "handout",
    "divulgacao": "handout", "pool": "pool", "staff": "staff", "stf": "staff", "file": "file", "files": "file",
    "archive": "file", "archiv": "file", "archivo": "file", "arquivo": "file", "archivio": "file",
}  # fmt: skip
PHOTO_NOUNS = words_of(
    "photo photos photograph photographs image images picture pictures pic pics foto fotos fotograf photography",
    "fotografie fotografia bild bilder beeld kuva video still frame grab screengrab screenshot illustration",
)
NOISE = PHOTO_NOUNS | words_of(
    "stringer str freelance freelancer freelances uncredited contributed submitted provided contributor",
    "photographer photographers photojournalist wire reporter correspondent tv xxstringerxx unknown anonymous hide",
    "caption released undated publicity privat private promo reproducao reproduction unbekannt desconocido stock",
    "courtesy cortesia none released via collected file-photo screen capture ugc eyewitness social",
)
JOINS_ORGANISATION = words_of(
    "images photos pictures photo image video wire photography press features agency bild foto tv archive archives"
)
"""Words that end a firm's name as well as a label: "Future Image", "Gallo Images"."""
CAPITALS_ONLY = frozenset({"ho", "str", "stf", "hons", "hogp", "tv", "ugc"})
PARTICLES = words_of(
    "de da do dos das del della di du van von der den ter ten la le el al bin ibn abu y e af av zu of the da' dell'",
    "bint ben t' 't",
)
LISTS = words_of("and & und et y e en och og ja i и та ve")
"""Words between the names of two persons."""
FOR = words_of("for pour para fur per voor for door für")
VIA = words_of("via through чрез через über")
AFTER_DOT = frozenset(
    {
        "jr",
        "sr",
        "st",
        "dr",
        "mt",
        "ft",
        "sgt",
        "capt",
        "lt",
        "col",
        "maj",
        "cpl",
        "spc",
        "pfc",
        "bros",
        "tech",
        "pvt",
        "cmdr",
        "gen",
        "brig",
        "adm",
        "master",
    }
)
RANKS = words_of(
    "sgt sergeant staff senior airman airmen master technical tech chief petty officer specialist spc pfc private cpl",
    "corporal lance lt lieutenant capt captain maj major col colonel gen general mass communication 1st 2nd 3rd class",
    "first second third seaman fireman warrant gunnery ensign cmdr commander mc1 mc2 mc3 mcs po po1 po2 phot las lac",
    "photographer photojournalist sergeant sra a1c amn ssgt tsgt msgt smsgt cwo ens ltjg sfc 1lt 2lt",
)
TITLES = words_of(
    "president minister senator sen rep gov governor mayor king queen prince princess pope chancellor premier",
    "secretary former ex general actor actress singer professor sir lord lady mr mrs ms dr rescue people police",
)
"""Who is shown, not who took it: "PHOTO: President Jo Doe speaks ..."."""
BOILERPLATE = frozenset(
    tuple(pair.split())
    for pair in (
        "acquire licensing", "purchase licensing", "hide caption", "toggle caption", "image caption", "all rights",
        "attention editors", "no resales", "no archives", "this image", "this picture", "mandatory credit",
        "editorial use", "opens new", "rights reserved", "no sales", "no use", "out of", "for editorial", "not for",
        "enlarge image", "view gallery", "show more", "read more", "open image", "close this", "swipe to",
        "toggle fullscreen",
        "share this", "click to", "copyright notice", "photo taken", "third party", "a third", "crown copyright",
        "public domain",
    )
)  # fmt: skip
"""First two words of what stands behind credits on wires and web pages and is none."""
TRANSPARENT = frozenset("«»“”\"„‟'’*+")
OPENS = {"(": ")", "[": "]", "（": "）", "【": "】", "{": "}"}
ENDS_SENTENCE = frozenset(".)]\"”’'?!:;…+*»）。")
