"""Which column of a spreadsheet holds what, told by its heading in several spellings and languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_HEADINGS = {
    "photo": (
        "sourcefile file filename filepath photofile imagefile imagefilename photofilename path relativepath photo "
        "photoname image imagename picture asset assetname originalfilename datei dateiname dateipfad bilddatei "
        "bild foto pfad fichier nomdefichier nomfichier chemin archivo nombredearchivo fichero imagen ruta nomefile "
        "immagine percorso ficheiro arquivo imagem bestand bestandsnaam afbeelding plik nazwapliku zdjecie dosya "
        "dosyaadi файл имяфайла фото снимок имяфайлафото назвафайлу зображення"
    ),
    "image_url": (
        "imageurl imagelink imagehref imageuri photourl photolink pictureurl mediaurl contenturl downloadurl fileurl "
        "bildurl bildlink urlimage urlphoto urlimagen urlfoto"
    ),
    "url": (
        "url link href uri pageurl articleurl storyurl permalink weblink webpage seite artikelurl lien enlace "
        "collegamento ссылка посилання"
    ),
    "sha256": "sha256 sha256sum sha256hash",
    "id": (
        "id imageid photoid assetid guid externalid supplierid uniqueid identifier itemid mediaid uuid uid pictureid "
        "bildnummer bildid bildnr identifiant identificador"
    ),
    "caption": (
        "caption captionabstract captiontext photocaption imagecaption description imagedescription abstract legend "
        "text cutline descriptiontext bildunterschrift beschreibung bildtext bildbeschreibung bildlegende legende "
        "descriptif descripcion piedefoto leyenda descrizione didascalia legenda descricao bijschrift "
        "beschrijving onderschrift podpis opis aciklama fotografaltyazisi altyazi подпись описание підпис опис"
    ),
    "credit": (
        "credit creditline photocredit imagecredit credits photocredits credittext bildnachweis bildrechte nachweis "
        "kredit quelle creditphoto creditsphoto credito creditos crediti bronvermelding zrodlo kaynak кредит "
        "источник джерело agency agentur agence agencia agenzia source"
    ),
    "creator": (
        "byline photographer creator artist author photographername takenby photoby by fotograf fotografin urheber "
        "autor photographe auteur fotografo autore fotograaf fotografka fotografci фотограф автор"
    ),
    "date": (
        "datecreated datetaken dateshot date captiondate captured captureddate capturedate datetimeoriginal shootdate "
        "taken shot created createdate creationdate photodate datum aufnahmedatum aufgenommen erstellt "
        "erstellungsdatum dateprise datedeprisedevue fecha fechadecreacion fechadetoma data datascatto datacriacao "
        "datautworzenia tarih cekimtarihi дата датасъемки датазйомки"
    ),
    "place": (
        "place location placeshown locationshown locationname ort aufnahmeort lieu lugar ubicacion luogo local plaats "
        "locatie miejsce yer konum место місце"
    ),
    "sublocation": "sublocation venue landmark",
    "city": "city town stadt ville ciudad citta cidade stad miasto sehir город місто",
    "state": "state provincestate province region stateprovince bundesland provincia estado regione",
    "country": ("country countryname countryprimarylocationname land pays pais paese kraj ulke страна країна"),
    "headline": "headline title objectname slug slugline schlagzeile titel titre titulo titular titolo заголовок",
    "publisher": (
        "publisher outlet site sitename publication publishedby publishedin newspaper website verlag herausgeber "
        "editeur издатель видавець"
    ),
    "published": (
        "published publicationdate publisheddate datepublished pubdate publishedat publishedon firstpublished "
        "dateofpublication veroffentlicht veroffentlichungsdatum erscheinungsdatum datepublication datedepublication "
        "fechapublicacion fechadepublicacion publicado datapubblicazione datapublicacao opublikowano "
        "yayintarihi датапубликации опубликовано опубліковано"
    ),
    "sent": (
        "transmitted sent datesent sentat transmissiondate datetransmitted transmittedat transmissiontime gesendet "
        "envoye enviado trasmesso"
    ),
    "version": "version revision versionid",
}
IDENTIFYING = ("photo", "image_url", "url", "sha256", "id")
"""Columns any of which says which photo a row is about."""
SAYING = ("caption", "headline", "credit", "creator", "date", "place", "sublocation", "city", "state", "country")
"""Columns any of which says something about it."""


def recognise(headings: Sequence[str]) -> dict[str, int]:
    """The position of the column for each field that some heading names.

    Where several headings name one field, the one that stands first in our own list is taken ("filename" before
    "image"), and of two equal ones the left one.
    """
    best: dict[str, tuple[int, int]] = {}
    for position, heading in enumerate(headings):
        known = next((_FIELDS[name] for name in _spellings(heading) if name in _FIELDS), None)
        if known:
            field, rank = known
            best[field] = min(best.get(field, (rank, position)), (rank, position))
    return {field: best[field][1] for field in _HEADINGS if field in best}


def sufficient(columns: dict[str, int]) -> bool:
    """Whether the columns say which photo is meant, and something about it."""
    return any(name in columns for name in IDENTIFYING) and any(name in columns for name in SAYING)


def _spellings(heading: str) -> tuple[str, ...]:
    """A heading as letters and figures alone: whole, without its bracket, without a prefix such as "IPTC:"."""
    bare = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", "", heading)
    return tuple(_plain(text) for text in (heading, bare, bare.rpartition(":")[2], bare.partition(":")[0]))


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("ı", "i").replace("ł", "l"))
    return "".join(one for one in decomposed if one.isalnum())


_FIELDS = {_plain(name): (field, rank) for field, names in _HEADINGS.items() for rank, name in enumerate(names.split())}
