"""Write provenance/data/countries.json from ISO 3166 (pycountry) and CLDR (Babel), with what neither of them knows.

    pip install pycountry Babel
    python docs/make_countries.py > provenance/data/countries.json

Only facts are taken over: codes and names. The tables below hold what press captions use beside them: short and former
names, the abbreviations of the AP stylebook, and territories that more than one state claims.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import pycountry
from babel import Locale

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "uk", "ru")
CLASHES = {
    *("island", "man", "are", "fas", "jordan river", "jersey city", "angola la"),
    *("granada", "guadalupe", "norfolk", "salvador", "trinidad"),
}
ALIASES = {
    "GB": "UK|U.K.|Britain|Great Britain|England|Scotland|Wales|Northern Ireland|Royaume-Uni|Англия",
    "US": "U.S.|US|USA|U.S.A.|United States of America|America|The States",
    "AE": "UAE|U.A.E.|Emirates", "BO": "Bolivia", "BN": "Brunei", "CD": "DRC|DR Congo|Democratic Republic of Congo|"
    "Democratic Republic of the Congo|Congo-Kinshasa|Zaire", "CG": "Republic of Congo|Congo-Brazzaville",
    "CI": "Ivory Coast|Cote d'Ivoire|Côte d'Ivoire", "CZ": "Czech Republic|Czechia", "DO": "Dominican Republic",
    "FM": "Micronesia", "GM": "Gambia", "IR": "Iran|Persia", "KP": "North Korea|DPRK|N. Korea",
    "KR": "South Korea|S. Korea",
    "LA": "Laos", "LK": "Sri Lanka|Ceylon", "MD": "Moldova", "MM": "Myanmar|Burma", "MK": "North Macedonia|Macedonia",
    "NL": "Netherlands|Holland|The Netherlands", "PH": "Philippines", "RU": "Russia", "SY": "Syria",
    "SZ": "Eswatini|Swaziland",
    "TL": "East Timor|Timor-Leste", "TR": "Turkey|Türkiye|Turkiye", "TZ": "Tanzania",
    "VA": "Vatican|Vatican City|Holy See",
    "VE": "Venezuela", "VN": "Vietnam|Viet Nam", "CV": "Cape Verde|Cabo Verde", "SA": "Saudi Arabia|KSA",
    "CN": "China|People's Republic of China|Mainland China|Inner Mongolia",
    "DE": "Germany|West Germany|East Germany|GDR",
    "BF": "Burkina Faso|Upper Volta", "KH": "Cambodia|Kampuchea", "BD": "Bangladesh|East Pakistan",
    "BY": "Belarus|Belorussia",
    "IE": "Ireland|Republic of Ireland", "ID": "Indonesia|East Indies", "ET": "Ethiopia|Abyssinia",
    "TH": "Thailand|Siam",
    "ZW": "Zimbabwe|Rhodesia", "BA": "Bosnia|Bosnia and Herzegovina|Bosnia-Herzegovina",
    "TT": "Trinidad|Trinidad and Tobago",
}  # fmt: skip
DEMONYMS = {
    "AF": "Afghan", "AR": "Argentine|Argentinian", "AU": "Australian", "AT": "Austrian", "BD": "Bangladeshi",
    "BE": "Belgian",
    "BR": "Brazilian", "CA": "Canadian", "CL": "Chilean", "CN": "Chinese", "CO": "Colombian", "CU": "Cuban",
    "DK": "Danish",
    "EG": "Egyptian", "ET": "Ethiopian", "FI": "Finnish", "FR": "French", "DE": "German", "GR": "Greek",
    "HU": "Hungarian",
    "IN": "Indian", "ID": "Indonesian", "IR": "Iranian", "IQ": "Iraqi", "IE": "Irish", "IL": "Israeli", "IT": "Italian",
    "JP": "Japanese", "KE": "Kenyan", "KR": "Korean|South Korean", "LB": "Lebanese", "LY": "Libyan", "MX": "Mexican",
    "MA": "Moroccan",
    "NL": "Dutch", "NG": "Nigerian", "NO": "Norwegian", "PK": "Pakistani", "PS": "Palestinian", "PH": "Filipino",
    "PL": "Polish",
    "PT": "Portuguese", "RO": "Romanian", "RU": "Russian", "SA": "Saudi", "ZA": "South African", "ES": "Spanish",
    "SD": "Sudanese",
    "SE": "Swedish", "CH": "Swiss", "SY": "Syrian", "TH": "Thai", "TN": "Tunisian", "TR": "Turkish", "UA": "Ukrainian",
    "GB": "British|English|Scottish|Welsh", "US": "American", "VE": "Venezuelan", "VN": "Vietnamese",
    "YE": "Yemeni", "ZW": "Zimbabwean", "AL": "Albanian", "DZ": "Algerian", "AO": "Angolan", "AM": "Armenian",
    "AZ": "Azerbaijani|Azeri", "BH": "Bahraini", "BY": "Belarusian", "BJ": "Beninese", "BO": "Bolivian",
    "BA": "Bosnian",
    "BW": "Botswanan", "BG": "Bulgarian", "BF": "Burkinabe", "BI": "Burundian", "KH": "Cambodian", "CM": "Cameroonian",
    "TD": "Chadian", "CD": "Congolese", "CR": "Costa Rican", "HR": "Croatian|Croat", "CY": "Cypriot", "CZ": "Czech",
    "EC": "Ecuadorian|Ecuadorean", "SV": "Salvadoran", "ER": "Eritrean", "EE": "Estonian", "GA": "Gabonese",
    "GM": "Gambian", "GE": "Georgian", "GH": "Ghanaian", "GT": "Guatemalan", "GN": "Guinean", "HT": "Haitian",
    "HN": "Honduran", "IS": "Icelandic", "CI": "Ivorian", "JM": "Jamaican", "JO": "Jordanian", "KZ": "Kazakh",
    "XK": "Kosovar|Kosovan", "KW": "Kuwaiti", "KG": "Kyrgyz", "LA": "Laotian", "LV": "Latvian", "LR": "Liberian",
    "LT": "Lithuanian", "LU": "Luxembourgish", "MK": "Macedonian", "MG": "Malagasy", "MW": "Malawian",
    "MY": "Malaysian",
    "ML": "Malian", "MT": "Maltese", "MR": "Mauritanian", "MD": "Moldovan", "MN": "Mongolian", "ME": "Montenegrin",
    "MZ": "Mozambican", "MM": "Burmese", "NA": "Namibian", "NP": "Nepalese|Nepali", "NZ": "New Zealander",
    "NI": "Nicaraguan", "NE": "Nigerien", "KP": "North Korean", "OM": "Omani", "PA": "Panamanian", "PY": "Paraguayan",
    "PE": "Peruvian", "QA": "Qatari", "RW": "Rwandan", "SN": "Senegalese", "RS": "Serbian|Serb", "SG": "Singaporean",
    "SK": "Slovak", "SI": "Slovenian|Slovene", "SO": "Somali", "LK": "Sri Lankan", "TW": "Taiwanese", "TJ": "Tajik",
    "TZ": "Tanzanian", "TG": "Togolese", "TM": "Turkmen", "UG": "Ugandan", "AE": "Emirati", "UY": "Uruguayan",
    "UZ": "Uzbek", "ZM": "Zambian",
}  # fmt: skip
# First-level regions by GeoNames' codes, and the states that claim or hold them beside the one that lists them.
DISPUTED = {
    "UA.11": ["RU"], "UA.20": ["RU"], "UA.05": ["RU"], "UA.14": ["RU"], "UA.26": ["RU"], "UA.08": ["RU"],
    "IN.12": ["CN", "PK"],
    "IN.41": ["CN", "PK"], "IN.30": ["CN"], "PK.06": ["IN"], "PK.07": ["IN"], "GE.02": ["RU"], "MD.58": ["RU"],
    "IL.06": ["PS"], "CY.02": ["TR"], "MA.11": ["EH"], "MA.12": ["EH"], "AZ.61": ["AM"], "AZ.55": ["AM"],
    "AZ.56": ["AM"],
    "AZ.65": ["AM"], "AZ.64": ["AM"],
}  # fmt: skip
ALSO = {
    "HK": ["CN"], "MO": ["CN"], "TW": ["CN"], "PS": ["IL"], "XK": ["RS"], "EH": ["MA"], "GL": ["DK"], "FO": ["DK"],
    "PR": ["US"], "GU": ["US"], "VI": ["US"], "AS": ["US"], "MP": ["US"], "RE": ["FR"], "GP": ["FR"], "MQ": ["FR"],
    "GF": ["FR"], "YT": ["FR"], "NC": ["FR"], "PF": ["FR"], "AW": ["NL"], "CW": ["NL"], "SX": ["NL"], "GI": ["GB"],
    "BM": ["GB"], "KY": ["GB"], "IM": ["GB"], "JE": ["GB"], "GG": ["GB"], "FK": ["GB",
    "AR"], "AX": ["FI"], "SJ": ["NO"],
}  # fmt: skip
AP_STATES = {
    "AL": "Ala.", "AZ": "Ariz.", "AR": "Ark.", "CA": "Calif.|Cal.", "CO": "Colo.", "CT": "Conn.", "DE": "Del.",
    "FL": "Fla.",
    "GA": "Ga.", "IL": "Ill.", "IN": "Ind.", "KS": "Kan.|Kans.", "KY": "Ky.", "LA": "La.", "MD": "Md.",
    "MA": "Mass.", "MI": "Mich.",
    "MN": "Minn.", "MS": "Miss.", "MO": "Mo.", "MT": "Mont.", "NE": "Neb.|Nebr.", "NV": "Nev.", "NH": "N.H.",
    "NJ": "N.J.",
    "NM": "N.M.", "NY": "N.Y.", "NC": "N.C.", "ND": "N.D.", "OK": "Okla.", "OR": "Ore.", "PA": "Pa.|Penn.",
    "RI": "R.I.",
    "SC": "S.C.", "SD": "S.D.", "TN": "Tenn.", "TX": "Tex.", "VT": "Vt.", "VA": "Va.",
    "WA": "Wash.|Washington state|Washington State",
    "WV": "W.Va.", "WI": "Wis.|Wisc.", "WY": "Wyo.",
}  # fmt: skip
CA_PROVINCES = {
    "AB": "Alta.", "BC": "B.C.", "MB": "Man.", "NB": "N.B.", "NL": "N.L.|Newfoundland", "NS": "N.S.", "ON": "Ont.",
    "QC": "Que.|Québec",
    "SK": "Sask.", "PE": "P.E.I.", "NT": "N.W.T.", "YT": "Yukon", "NU": "Nunavut",
}  # fmt: skip
NOT_REGIONS = {  # names that are also towns elsewhere, countries, or regions of two countries
    "Washington",
    "District of Columbia",
    "Georgia",
    "Victoria",
    "Punjab",
    "Distrito Federal",
    "Ciudad de México",
    "México",
    "Pará",
    "Bahia",
    "Hamburg",
    "Berlin",
    "Bremen",
    "Delhi",
    "Goa",
    "Ontario",
    "Chandigarh",
}
REGION_ALIASES = {
    "IN-TN": "Tamilnadu",
    "IN-OR": "Odisha|Orissa",
    "IN-OD": "Orissa",
    "IN-UT": "Uttarakhand|Uttaranchal",
    "IN-CT": "Chhattisgarh",
    "IN-TG": "Telangana",
    "DE-BY": "Bavaria",
    "DE-NW": "North Rhine-Westphalia",
    "DE-SN": "Saxony",
    "DE-HE": "Hesse",
    "DE-RP": "Rhineland-Palatinate",
    "DE-TH": "Thuringia",
    "DE-NI": "Lower Saxony",
}
REGION_COUNTRIES = ("US", "CA", "AU", "IN", "DE")
SHARED: list[dict[str, Any]] = [
    {"name": "Crimea", "aliases": ["Крым", "Крим", "Sevastopol", "Simferopol"], "countries": ["RU", "UA"],
    "is_disputed": True},
    {"name": "Donbas", "aliases": ["Donbass"], "country": "UA", "countries": ["RU", "UA"], "is_disputed": True},
    {"name": "Kashmir", "aliases": ["Jammu and Kashmir", "Ladakh", "Gilgit-Baltistan",
    "Azad Kashmir"], "countries": ["CN", "IN", "PK"], "is_disputed": True},
    {"name": "Arunachal Pradesh", "country": "IN", "countries": ["CN", "IN"], "is_disputed": True},
    {"name": "Tibet", "country": "CN", "countries": ["CN"]},
    {"name": "Gaza", "aliases": ["Gaza Strip", "Gaza City"], "country": "PS", "countries": ["IL", "PS"],
    "is_disputed": True},
    {"name": "West Bank", "aliases": ["Occupied West Bank", "Palestinian territories", "Palestine",
    "Palestinian Territory"],
     "country": "PS", "countries": ["IL", "PS"], "is_disputed": True},
    {"name": "Jerusalem", "aliases": ["East Jerusalem"], "country": "IL", "countries": ["IL", "PS"],
    "is_disputed": True},
    {"name": "Golan Heights", "aliases": ["Golan"], "countries": ["IL", "SY"], "is_disputed": True},
    {"name": "Kosovo", "country": "XK", "countries": ["RS", "XK"], "is_country": True, "is_disputed": True},
    {"name": "Abkhazia", "aliases": ["South Ossetia"], "country": "GE", "countries": ["GE", "RU"], "is_disputed": True},
    {"name": "Transnistria", "country": "MD", "countries": ["MD", "RU"], "is_disputed": True},
    {"name": "Nagorno-Karabakh", "aliases": ["Karabakh", "Artsakh"], "country": "AZ", "countries": ["AM", "AZ"],
    "is_disputed": True},
    {"name": "Northern Cyprus", "country": "CY", "countries": ["CY", "TR"], "is_disputed": True},
    {"name": "Somaliland", "country": "SO", "countries": ["SO"]},
    {"name": "Kurdistan", "countries": ["IQ", "IR", "SY", "TR"]},
    {"name": "Georgia", "countries": ["GE", "US"]},
    {"name": "Punjab", "countries": ["IN", "PK"]},
    {"name": "Congo", "countries": ["CD", "CG"], "is_country": True},
    {"name": "Korea", "aliases": ["Korean Peninsula"], "countries": ["KP", "KR"], "is_country": True},
    {"name": "Sudan", "country": "SD", "countries": ["SD", "SS"], "is_country": True},
    {"name": "Soviet Union", "aliases": ["USSR", "U.S.S.R."], "is_country": True, "countries":
     ["AM", "AZ", "BY", "EE", "GE", "KG", "KZ", "LT", "LV", "MD", "RU", "TJ", "TM", "UA", "UZ"]},
    {"name": "Czechoslovakia", "countries": ["CZ", "SK"], "is_country": True},
    {"name": "Yugoslavia", "countries": ["BA", "HR", "ME", "MK", "RS", "SI", "XK"], "is_country": True},
    {"name": "Victoria", "countries": ["AU", "CA", "SC"]},
    {"name": "Ontario", "countries": ["CA", "US"]},
    {"name": "Washington DC", "aliases": ["Washington, D.C.", "D.C.", "DC",
    "District of Columbia"], "country": "US", "countries": ["US"], "is_region": True},
    {"name": "Antarctica", "countries": ["AQ"]},
    {"name": "East Africa", "aliases": ["Eastern Africa", "Horn of Africa"], "countries":
     ["BI", "DJ", "ER", "ET", "KE", "RW", "SO", "SS", "SD", "TZ", "UG"]},
    {"name": "West Africa", "aliases": ["Western Africa"], "countries":
     ["BF", "BJ", "CI", "CV", "GH", "GM", "GN", "GW", "LR", "ML", "MR", "NE", "NG", "SL", "SN", "TG"]},
    {"name": "Sahel", "countries": ["BF", "ER", "ML", "MR", "NE", "NG", "SD", "SN", "TD"]},
    {"name": "Southern Africa", "countries": ["AO", "BW", "LS", "MW", "MZ", "NA", "SZ", "ZA", "ZM", "ZW"]},
    {"name": "Central America", "countries": ["BZ", "CR", "GT", "HN", "NI", "PA", "SV"]},
    {"name": "Middle East", "countries": ["AE", "BH", "CY", "EG", "IL", "IQ", "IR", "JO", "KW", "LB", "OM", "PS",
    "QA", "SA",
     "SY", "TR", "YE"]},
    {"name": "Central Asia", "countries": ["KG", "KZ", "TJ", "TM", "UZ"]},
    {"name": "Balkans", "countries": ["AL", "BA", "BG", "GR", "HR", "ME", "MK", "RO", "RS", "SI", "XK"]},
    {"name": "Scandinavia", "countries": ["DK", "NO", "SE"]},
]  # fmt: skip


def country_rows() -> list[dict[str, Any]]:
    """One row for every country of ISO 3166-1, and Kosovo's user-assigned code."""
    locales = [Locale.parse(language) for language in LANGUAGES]
    rows = []
    for code in sorted({country.alpha_2 for country in pycountry.countries} | {"XK"}):
        names = [locale.territories.get(code, "") for locale in locales]
        iso = pycountry.countries.get(alpha_2=code)
        names += [getattr(iso, "common_name", ""), getattr(iso, "name", "")] if iso else []
        names += ALIASES.get(code, "").split("|")
        kept = [name for name in dict.fromkeys(names) if name and "(" not in name and name.lower() not in CLASHES]
        row: dict[str, Any] = {"code": code, "name": kept[0], "aliases": kept[1:]}
        if code in DEMONYMS:
            row["demonyms"] = DEMONYMS[code].split("|")
        if code in ALSO:
            row["also"] = ALSO[code]
        rows.append(row)
    return rows


def region_rows() -> list[dict[str, Any]]:
    """The first-level regions of the countries whose captions name them as a matter of course."""
    rows = []
    for country in REGION_COUNTRIES:
        for region in sorted(pycountry.subdivisions.get(country_code=country), key=lambda each: each.code):
            short = region.code.split("-")[1]
            aliases = REGION_ALIASES.get(region.code, "").split("|")
            if country == "US":
                aliases += [short, *AP_STATES.get(short, "").split("|")]
            if country == "CA":
                aliases += CA_PROVINCES.get(short, "").split("|")
            if region.name in NOT_REGIONS:
                aliases = [alias for alias in aliases if alias and alias != "DC"]
                if len(aliases) > (1 if country == "US" else 0):
                    rows.append({"country": country, "name": f"{region.name} (state)", "aliases": aliases})
                continue
            rows.append({"country": country, "name": region.name, "aliases": [alias for alias in aliases if alias]})
    return [row for row in rows if row["name"] not in {"Jammu and Kashmir", "Ladakh", "Arunāchal Pradesh"}]


def main() -> None:
    """Print the document, one row a line."""
    document = {"countries": country_rows(), "regions": region_rows(), "shared": SHARED}
    document["disputed"] = [{"region": region, "countries": countries} for region, countries in DISPUTED.items()]
    parts = []
    for key, rows in document.items():
        lines = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in rows)
        parts.append(f' "{key}": [\n{lines}\n ]')
    sys.stdout.write("{\n" + ",\n".join(parts) + "\n}\n")


if __name__ == "__main__":
    main()
