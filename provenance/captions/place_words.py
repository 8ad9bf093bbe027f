"""The words that tell a reader of captions where the name of a place begins, ends, or is none."""

from __future__ import annotations

from provenance.captions.spelling import words_of

PREPOSITIONS = {
    "in": 2, "near": 2, "outside": 2, "off": 2, "inside": 2, "around": 1, "at": 1, "across": 1, "over": 1, "through": 1,
    "along": 1, "on": 0, "of": 0, "to": -6, "from": -6, "à": 2, "en": 2, "im": 2,
    "bei": 2, "dans": 1, "em": 2, "в": 2, "у": 2, "во": 2, "w": 2, "we": 2, "nel": 1, "nella": 1, "nello": 1, "nell": 1,
    "nabij": 2, "près": 1, "cerca": 1, "vicino": 1, "perto": 1, "під": 2, "под": 2, "біля": 2,
    "возле": 2, "pod": 2, "koło": 2, "nahe": 2, "aux": 1, "au": 1,
    "de": 0, "di": 0, "da": 0, "do": 0, "del": 0, "della": 0, "du": 0, "von": 0, "van": 0,
    "a": 0, "no": 0, "na": 0, "nos": 0, "nas": 0, "ad": 0, "i": 0, "te": 0, "на": 0, "ve": 0,
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
    "neighborhoods outskirts peninsula parish voivodeship township settlement",
    "область області области обл район районе районі району край краи края крае краю провінції провинции",
    "місто город місті городе",
    "województwo województwie województwa powiat gmina provincia provinz bundesland landkreis kreis département",
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
    "photo image this that foto fotos bild bilder fotografie fotografía fotografia fotoğraf fot фото credit",
    "credits archivo archiv",
    "these front left right center photograph picture file cup league final finals game match series championship",
    "championships tournament festival",
)
INSTITUTIONS = words_of(
    "board court committee council party nations senate union association league department ministry",
    "commission cabinet",
    "medal award",
)
ELSEWHERE = words_of(
    "war wars invasion election elections ceasefire interests ambassador immigrants troops",
    "commented involvement role",
)
"""What stands before "in X" where X is the subject's background and not the place shown."""

PLACED_OF = words_of(
    "streets street roads residents shelling bombing bombardment siege portion outskirts shores coast skyline",
    "view aerial waters beaches beach border capital city town",
    "village port suburb",
    "region province district part parts centre center heart north south east west northeast northwest",
    "southeast southwest",
    "ruins state harbour harbor docks rubble campus neighborhood neighbourhood suburbs downtown villages people",
    "calle calles centro ciudad pueblo puerto playa barrio afueras norte sur este oeste provincia región isla",
    "plaza aeropuerto",
    "macerie via strade città porto piazza periferia isola costa rue rues ville place banlieue gare aéroport",
    "nord sud est ouest",
    "région île plage jungle rua ruas cidade praia bairro straßen strassen zentrum innenstadt nähe norden",
    "süden osten westen",
    "straten buurt haven",
)
OF = frozenset({"of", "de", "di", "da", "do", "del", "della", "du", "von", "van"})
FUNCTION = words_of(
    "is are was were as on in at after during before with and or but for from to of by that which who",
    "when while where has",
    "have had near amid following over under since until than via an a the",
)
NOT_ON_MAP = words_of(
    "africa america asia europe antarctica oceania arctic atlantic pacific mediterranean sahara sahel balkans",
    "scandinavia caribbean parliament congress senate house university church school hospital stadium museum mosque",
    "no can inc nov dec may the of and i court league cup union army police state city center centre park street",
)
"""Wider than any town of that name, or no name at all."""
DESCRIBED = words_of(
    "town city village island region province district capital port suburb neighborhood neighbourhood",
    "settlement hamlet",
    "municipality outskirts resort camp enclave state county territory valley coast dorf ortschaft ville île",
    "villa isola",
)
"""What a place is called before "of" and its name."""
VENUE_WORDS = words_of(
    "airport arena avenue base bay beach boulevard bridge building camp castle cathedral cemetery center",
    "centre checkpoint",
    "church clinic club college court cross crossing dam district docks embassy exchange factory gallery",
    "garden gardens gate",
    "hall harbor harbour headquarters hospital hotel house infirmary island lake library mall market memorial",
    "mill mine",
    "monastery monument mosque museum observatory office opera palace park pier plant plaza port prison",
    "racecourse road school",
    "shrine speedway square stadium station street studios synagogue temple terminal theater theatre tower",
    "township university",
    "valley village wharf works zoo flughafen bahnhof stadion krankenhaus aéroport gare hôpital aeropuerto",
    "aeroporto stazione",
)
"""What a name ends with that is a building's, square's or street's: the town before it tells where it stands."""
PLAIN_VENUES = words_of("airport docks port district island village township lake")
"""Those that are called by the town they are in, be it ever so small."""
EVENT_WORDS = words_of(
    "week festival conference summit marathon carnival derby exhibition expo fair forum parade pride show",
    "open games masters",
    "biennale prix auction convention",
)
"""The same of what takes place in the town that its name begins with."""
REGION_ADJECTIVES = (
    "ська",
    "ської",
    "ській",
    "ську",
    "ская",
    "ской",
    "скую",
    "ский",
    "ского",
    "ском",
    "цкой",
    "цької",
    "цькій",
)
"""How adjectives of regions end that stand before "область" and "район"."""
PERSONS = words_of(
    "son daughter wife husband brother sister mother father boy girl dog cat horse baby named called actor",
    "actress singer",
    "coach goalkeeper midfielder striker defender forward captain mr mrs ms dr sir lady lord king queen",
    "prince princess",
    "president minister senator governor mayor secretary judge justice rep sen gov pope artist writer author",
    "director hurricane",
    "typhoon storm cyclone operation",
)
"""What stands before the name of a person or a storm."""
STATING = words_of("in im in's en dans em na w we в во у nel nella")
"""Prepositions with which a wider place follows a narrower one after a comma."""
GENERIC = words_of(
    "sea ocean coast shore border village villages rural area areas various location locations unknown",
    "undisclosed town towns",
    "city cities hospital school street home house road forest mountains mountain desert field fields camp",
    "region the a an in of",
    "and near at different several places place unspecified multiple parts part countryside",
)
"""Words of which a place field may be made without naming a place: "various locations", "rural villages"."""
COUNTRIES_OF = {
    "de": frozenset({"DE", "AT", "CH"}), "fr": frozenset({"FR"}), "es": frozenset({"ES"}), "it": frozenset({"IT"}),
    "pt": frozenset({"PT", "BR"}), "nl": frozenset({"NL", "BE"}), "pl": frozenset({"PL"}), "tr": frozenset({"TR"}),
    "sv": frozenset({"SE"}), "uk": frozenset({"UA"}), "ru": frozenset({"RU"}), "id": frozenset({"ID"}),
}  # fmt: skip
"""Where a place that has namesakes is most likely meant, by the language of the text."""
CLAUSES = frozenset(
    {"as", "who", "whose", "which", "after", "amid", "before", "since", "following", "because", "while"}
)
"""What begins a clause that tells the circumstances and no longer what is shown."""
NEVER_FREE = words_of("of from to for against with by between than into toward towards about like via and or")
VENUES = words_of("at on inside outside")
ENDS = frozenset('.;:)]\x00(–—-"”’|/')
