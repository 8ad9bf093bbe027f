"""ninjs documents of all versions. All texts and names are invented."""

from __future__ import annotations

import json
from typing import Any

CAPTION = "Rowers pass under the old bridge in Valtorre, Italy, May 3, 2024. (Agency Photo/Mira Solent)"


def a_ninjs_1(**changes: object) -> dict[str, Any]:
    """A picture in ninjs 1.x."""
    return {
        "guid": "urn:newsml:agency.example:2024-05-03:RX4471902",
        "version": "2",
        "type": "picture",
        "versioncreated": "2024-05-03T14:20:00+0000",
        "firstcreated": "2024-05-03T13:05:00+0000",
        "pubstatus": "usable",
        "headline": "Rowers in Valtorre",
        "byline": "By Mira Solent",
        "description_text": CAPTION,
        "source": "Agency",
        "usageterms": "Editorial use only.",
        "ednote": "No sales in Italy.",
        "located": "Rome",
        "renditions": {
            "thumbnail": {"href": "https://pix.example/RX4471902-t.jpg", "mimetype": "image/jpeg", "width": 120},
            "original": {"href": "https://pix.example/RX4471902.jpg", "mimetype": "image/jpeg", "width": 4000},
            "caption": {"href": "https://pix.example/RX4471902.xml", "mimetype": "text/xml"},
        },
        **changes,
    }


def a_ninjs_3(**changes: object) -> dict[str, Any]:
    """A picture in ninjs 2.x and 3.x, which write lists and capitals within names."""
    return {
        "standard": {"name": "ninjs", "version": "3.1"},
        "uri": "tag:agency.example,2024:RX4471902",
        "version": "2",
        "type": "picture",
        "versionCreated": "2024-05-03T14:20:00Z",
        "firstCreated": "2024-05-03T13:05:00Z",
        "contentCreated": "2024-05-03T10:12:00+02:00",
        "pubStatus": "usable",
        "by": "Mira Solent",
        "headlines": [{"role": "main", "value": "Rowers in Valtorre"}],
        "descriptions": [
            {"role": "creditline", "value": "Agency / Mira Solent"},
            {"role": "caption", "contentType": "text/plain", "value": CAPTION},
        ],
        "infoSources": [{"role": "isrole:provider", "name": "Agency"}],
        "copyrightHolder": {"name": "Agency"},
        "edNote": "No sales in Italy.",
        "usageTerms": "Editorial use only.",
        "places": [{"name": "Rome"}],
        "altIds": [{"role": "itemid", "value": "9f0c1d2e3a4b5c6d"}, {"role": "transref", "value": "VAL101"}],
        "renditions": [
            {"name": "web", "href": "https://pix.example/RX4471902-w.jpg", "contentType": "image/jpeg", "width": 800},
            {"name": "main", "href": "https://pix.example/RX4471902.jpg", "contentType": "image/jpeg", "width": 4000},
        ],
        **changes,
    }


def a_story(*pictures: dict[str, Any], **changes: object) -> dict[str, Any]:
    """A text with its pictures."""
    associations = {f"picture-{number}": one for number, one in enumerate(pictures)}
    told = {
        "uri": "tag:agency.example,2024:story",
        "type": "text",
        "headline": "A regatta",
        "body_html": "<p>Rowing.</p>",
    }
    return {**told, "associations": associations, **changes}


def ninjs(document: object) -> bytes:
    """The document as it is sent."""
    return json.dumps(document).encode()
