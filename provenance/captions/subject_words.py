"""Words that say who holds which office, how many, and what is counted, in the languages of the caption's readers.

Keys are folded: small letters without accents. A word of another language that is spelled alike never meant something
else in this place of a caption, or it is left out.
"""

from __future__ import annotations

from provenance.captions.spelling import fold

_OFFICES = {
    "president": "president présidente präsident präsidentin presidente presidenta prezydent cumhurbaşkanı президент",
    "prime minister": "prime_minister premierminister premierministerin premier_ministre première_ministre"
    " primer_ministro primera_ministra primo_ministro primeiro-ministro primeira-ministra"
    " minister-president başbakan прем'єр-міністр прем’єр-міністр премьер-министр pm",
    "chancellor": "chancellor kanzler kanzlerin bundeskanzler bundeskanzlerin chancelier chancelière cancelliere"
    " cancelliera kanclerz şansölye канцлер",
    "pope": "pope papst pape papa paus papież",
    "king": "king könig roi rey rei koning król kral король",
    "queen": "queen königin reine reina regina rainha koningin królowa kraliçe королева",
    "mayor": "mayor bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin maire alcalde alcaldesa sindaco"
    " sindaca prefeito prefeita burgemeester burmistrz belediye_başkanı мэр",
    "governor": "governor gouverneur gouverneurin gobernador gobernadora governador governadora governatore gubernator"
    " губернатор",
    "foreign minister": "foreign_minister außenminister außenministerin secretary_of_state foreign_secretary",
    "defence minister": "defence_minister defense_minister verteidigungsminister verteidigungsministerin"
    " defence_secretary defense_secretary",
    "secretary-general": "secretary-general secretary_general generalsekretär",
}
_PARTS = (
    "senator minister actor actress singer footballer goalkeeper striker midfielder defender forward coach manager"
    " referee pilot driver speaker ambassador general bishop cardinal judge prosecutor suspect author director designer"
    " presidential_candidate opposition_leader party_leader prince princess rapper boxer golfer cyclist sprinter"
    " swimmer skier quarterback pitcher winger captain astronaut lawyer actor-director"
    " schauspieler schauspielerin sänger sängerin trainer trainerin torhüter stürmer rennfahrer acteur actrice chanteur"
    " chanteuse entraîneur attaquant gardien actor actriz cantante entrenador delantero attore attrice cantante"
    " allenatore attaccante portiere ator atriz cantor cantora treinador atacante aktor aktorka trener"
)
OFFICES = {fold(word).replace("_", " "): role for role, words in _OFFICES.items() for word in words.split()}
"""Offices that one person holds at a time, by the words for them."""
PARTS = {fold(word).replace("_", " ") for word in _PARTS.split()}
"""What several people in one picture may be."""
LESSER = frozenset(
    {"vice", "deputy", "acting", "interim", "former", "ex", "co", "then", "assistant", "late", "future", "elect"}
    | {"vize", "vice-", "ehemaliger", "ehemalige", "ancien", "ancienne", "expresidente", "ex-", "eski", "бывший"}
    | {"колишній", "były", "była", "shadow", "honorary", "club", "company", "league", "association"}
)
"""Words before an office that make it another one."""

_NUMBERS = {
    "en": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty",
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "it": "due tre quattro cinque sei sette otto nove dieci undici dodici",
    "pt": "dois três quatro cinco seis sete oito nove dez onze doze",
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf",
    "pl": "dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście",
    "tr": "iki üç dört beş altı yedi sekiz dokuz on onbir oniki",
    "uk": "два три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять",
    "ru": "два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать",
}
_MORE_NUMBERS = {
    "en": {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90},
    "pt": {"duas": 2},
    "pl": {"dwie": 2, "dwóch": 2, "dwoje": 2, "trzech": 3, "troje": 3, "czterech": 4, "pięciu": 5},
    "uk": {"дві": 2, "двоє": 2, "троє": 3, "п’ять": 5},
    "ru": {"две": 2, "двое": 2, "трое": 3, "четверо": 4, "пятеро": 5},
}
NUMBERS = {
    code: {fold(word): number for number, word in enumerate(words.split(), 2)}
    | {fold(word): number for word, number in _MORE_NUMBERS.get(code, {}).items()}
    for code, words in _NUMBERS.items()
}
_TWO_MEANINGS = {"due", "on", "once", "sei", "elf", "dos", "sept", "dix", "onze"}
ANY_NUMBERS = {
    word: number for words in NUMBERS.values() for word, number in words.items() if word not in _TWO_MEANINGS
}
"""The numbers that are written in words, by language (ISO 639-1), and those of a text whose language is unknown."""

_COUNTED = {
    "people": "people persons victims civilians personen menschen personnes personas persone pessoas mensen osób osoby"
    " kişi людей осіб человек",
    "dead": "dead deaths bodies corpses killed died tote toten leichen morts cadavres muertos cadáveres morti mortos"
    " doden zabitych ölü загиблих погибших getötet gestorben tués asesinados uccisi",
    "injured": "injured wounded hurt verletzte verletzten blessés heridos feriti feridos gewonden rannych yaralı"
    " поранених раненых",
    "arrested": "arrested detained festgenommene arrêtés detenidos arrestati detidos",
    "children": "children kids child kinder kindern enfants niños bambini crianças kinderen dzieci çocuk діти дітей"
    " детей ребенка",
    "women": "women frauen femmes mujeres donne mulheres vrouwen kobiety kobiet kadın жінки жінок женщины женщин",
    "men": "men männer männern hommes hombres uomini homens mannen mężczyzn mężczyźni erkek чоловіки чоловіків мужчины"
    " мужчин",
    "officers": "policemen officers polizisten policiers policías poliziotti policiais policjantów polis поліцейських"
    " полицейских",
    "soldiers": "soldiers troops soldaten soldats soldados soldati żołnierzy żołnierze asker солдати солдатів"
    " військових солдат военных",
    "migrants": "migrants migranten migrantes migranti migrantów göçmen мігрантів мигрантов",
    "refugees": "refugees flüchtlinge flüchtlingen réfugiés refugiados rifugiati profughi vluchtelingen uchodźców"
    " mülteci біженців беженцев",
    "protesters": "protesters protestors demonstrators demonstranten manifestants manifestantes manifestanti"
    " demonstrantów gösterici протестувальників протестующих",
    "students": "students pupils schüler studenten élèves étudiants estudiantes studenti estudantes uczniów öğrenci",
    "houses": "houses homes häuser maisons casas huizen domów дома домів",
    "buildings": "buildings gebäude bâtiments edificios edifici edifícios gebouwen budynków bina",
    "cars": "cars autos voitures coches carros samochodów araba автомобілів автомобилей",
    "boats": "boats boote bateaux barcos barche łodzi tekne човнів лодок",
    "ships": "ships schiffe navires buques navi navios schepen statków gemi кораблів кораблей",
    "planes": "planes aircraft flugzeuge avions aviones aerei aviões vliegtuigen samolotów uçak літаків самолетов",
    "tanks": "tanks panzer chars tanques carri tanków tank танків танков",
    "buses": "buses busse autobuses autobus ônibus bussen autobusów otobüs автобусів автобусов",
    "trucks": "trucks lorries lastwagen camions camiones camion caminhões vrachtwagens ciężarówek kamyon вантажівок"
    " грузовиков",
    "coffins": "coffins särge cercueils ataúdes féretros bare caixões kisten trumien tabut трун гробов",
}
_ENGLISH = (
    "passengers residents survivors prisoners firefighters hostages players workers fans horses elephants dogs"
    " cats cows whales lions tigers sheep camels birds helicopters graves crosses bars bags boxes bottles guns"
    " rifles missiles drones containers carriages wagons rockets candles flags tents journalists doctors nurses"
    " monks nuns athletes swimmers sailors miners farmers villagers girls boys babies twins dolphins monkeys"
    " balloons trees umbrellas volunteers rescuers gunmen rebels fighters paramedics tourists pilgrims worshippers"
    " mourners dancers musicians schoolgirls schoolchildren families couples astronauts divers climbers cyclists"
    " skydivers puppies kittens pandas"
)
COUNTED = {fold(word): kind for kind, words in _COUNTED.items() for word in words.split()} | {
    word: word for word in _ENGLISH.split()
}
"""What is counted, by the words for it."""
FATES = frozenset({"dead", "injured", "arrested"})
"""What became of those who are counted: "12 people were killed" counts the dead."""
