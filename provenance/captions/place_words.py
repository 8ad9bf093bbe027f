"""The words that tell a reader of captions where the name of a place begins, ends, or is none."""

from __future__ import annotations

from provenance.captions.spelling import words_of

PREPOSITIONS = {
    "in": 2, "near": 2, "outside": 2, "off": 2, "inside": 2, "around": 1, "at": 1, "across": 1, "over": 1, "through": 1,
    "along": 1, "on": 0, "of": 0, "to": -6, "from": -6, "à": 2, "en": 2, "im": 2,
    "bei": 2, "dans": 1, "em": 2, "в": 2, "у": 2,
    "w": 2,
}  # fmt: skip
"""How likely the name after it is the place shown."""

DIRECTIONS = words_of(
    "northern southern eastern western central north south east west northwest northeast southeast southwest",
    "northwestern northeastern southeastern southwestern upper lower mainland occupied greater",
)
KINDS = words_of(
    "region province district oblast governorate county state city island islands neighborhood",
    "neighbourhood village camp",
    "strip area municipality prefecture territory airport hospital river valley reservation square port border suburb",
)
BEFORE_NAME = DIRECTIONS | words_of(
    "the a an downtown rural besieged nearby city town village capital region province district port",
    "coastal island suburb",
    "neighborhood neighbourhood state county area outskirts part centre center old border refugee camp",
    "of settlement mountain",
    "de la le les der den des el los las",
)
IN_NAME = words_of("of the de del da do dos di la le les el al du des sur am an der den upon on y and bin ad ash aux")
NO_PLACE = words_of(
    "i he she they it we the a an day war wars world ii parliament congress senate house court",
    "government president prime",
    "minister christmas easter eid ramadan thanksgiving olympics covid covid-19 coronavirus army navy",
    "party god internet",
    "facebook twitter nato eu un english french spanish german russian islam christianity catholic new",
    "photo image this that",
    "these front left right center photograph picture file cup league final finals game match series championship",
    "championships tournament festival",
)
INSTITUTIONS = words_of(
    "board court committee council party nations senate union association league department ministry",
    "commission cabinet",
    "medal award",
)
ELSEWHERE = words_of(
    "war wars invasion election elections ceasefire interests embassy ambassador immigrants troops",
    "commented involvement role",
)
"""What stands before "in X" where X is the subject's background and not the place shown."""

PLACED_OF = words_of(
    "streets street outskirts coast skyline view aerial waters beaches beach border capital city town",
    "village port suburb",
    "region province district part parts centre center heart north south east west northeast northwest",
    "southeast southwest",
    "ruins state",
)
FUNCTION = words_of(
    "is are was were as on in at after during before with and or but for from to of by that which who",
    "when while where has",
    "have had near amid following over under since until than via an a the",
)
VENUES = words_of("at on inside outside")
ENDS = frozenset('.;:)]\x00(–—-"”’|/')
