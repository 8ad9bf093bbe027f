"""IPTC's vocabulary of digital sources in words (https://cv.iptc.org/newscodes/digitalsourcetype/)."""

from __future__ import annotations

from typing import Final

SOURCES: Final = {
    "algorithmicallyEnhanced": "enhanced by a program",
    "algorithmicMedia": "made by a program without training on pictures",
    "composite": "a composite of several elements",
    "compositeCapture": "a composite of several photos",
    "compositeSynthetic": "a composite with parts that are not photographed",
    "compositeWithTrainedAlgorithmicMedia": "changed with a generative model",
    "computationalCapture": "photographed, several exposures joined by the camera",
    "dataDrivenMedia": "drawn from data",
    "digitalArt": "made by a person with software",
    "digitalCapture": "photographed with a digital camera",
    "digitalCreation": "made by a person with software",
    "empty": "nothing yet",
    "humanEdits": "edited by a person",
    "minorHumanEdits": "slightly edited by a person",
    "negativeFilm": "scanned from a negative",
    "positiveFilm": "scanned from a slide",
    "print": "scanned from a print",
    "screenCapture": "a picture of a screen",
    "softwareImage": "made with software",
    "trainedAlgorithmicData": "data from a generative model",
    "trainedAlgorithmicMedia": "created with a generative model",
    "virtualRecording": "a recording of a virtual world",
}
"""How it came about, by the last word of the vocabulary's addresses."""


def source_words(address: str) -> str:
    """A digital source type in words; "" for one that the vocabulary does not have."""
    return SOURCES.get(address.rstrip("/").rpartition("/")[2], "")
