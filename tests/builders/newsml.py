"""NewsML-G2 documents as agencies write them, each in its own way. All texts and names are invented.

data = a_message(an_item("GX1", caption="A pier.", files=[a_file("pier.jpg")]))
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

NAMESPACE = ' xmlns="http://iptc.org/std/nar/2006-10-01/"'
GUID = "tag:agency.example,2024:newsml_GX1E9341HD701"
CAPTION = "Rowers pass under the old bridge in Valtorre, Italy, May 3, 2024. AGENCY/Mira Solent"


def a_file(href: str, *inside: str, rendition: str = "rnd:highRes", width: int = 3000, **attributes: str) -> str:
    """A file of the picture."""
    given = {"contenttype": "image/jpeg", "rendition": rendition, "width": str(width), **attributes}
    said = "".join(f" {name}={quoteattr(text)}" for name, text in given.items() if text)
    return f"<remoteContent href={quoteattr(href)}{said}>{''.join(inside)}</remoteContent>"


def an_item(
    guid: str = GUID,
    version: str = "3",
    *,
    caption: str = CAPTION,
    headline: str = "Rowers in Valtorre",
    files: Sequence[str] = (a_file("http://pix.example/GX1E9341HD701-base.jpg"),),
    status: str = "stat:usable",
    item_class: str = "ninat:picture",
    meta: str = "",
    content: str = "<by>MIRA SOLENT</by><creditline>AGENCY</creditline>",
    rights: str = "",
    namespace: str = "",
    attributes: str = "",
) -> str:
    """One news item; `meta`, `content` and `rights` are further elements of its parts."""
    about = f'<itemClass qcode="{item_class}"/>' if item_class else ""
    about += f'<provider literal="agency.example"/><pubStatus qcode="{status}"/>' if status else ""
    described = f'<description role="drol:caption">{escape(caption)}</description>' if caption else ""
    titled = f"<headline>{escape(headline)}</headline>" if headline else ""
    return (
        f'<newsItem{namespace} guid="{guid}" version="{version}" standard="NewsML-G2" standardversion="2.35"'
        f"{attributes}>"
        f"<rightsInfo>{rights}</rightsInfo><itemMeta>{about}{meta}</itemMeta>"
        f"<contentMeta>{content}{titled}{described}</contentMeta><contentSet>{''.join(files)}</contentSet></newsItem>"
    )


def a_message(*items: str, sent: str = "2024-05-03T14:20:00Z", namespace: str = NAMESPACE) -> bytes:
    """A message that holds items."""
    head = f"<header><sent>{sent}</sent></header>" if sent else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<newsMessage{namespace}>{head}'
        f"<itemSet>{''.join(items)}</itemSet></newsMessage>"
    ).encode()


def an_item_alone(**changes: object) -> bytes:
    """A document that is one item."""
    return b'<?xml version="1.0"?>\n' + an_item(namespace=NAMESPACE, **changes).encode()  # type: ignore[arg-type]


def a_text_item(
    text: str, headline: str = "", guid: str = "tag:agency.example,2024:newsml_TX1", links: str = ""
) -> str:
    """A news item that is a story."""
    told = f'<inlineXML contenttype="application/xhtml+xml"><html><body><p>{escape(text)}</p></body></html></inlineXML>'
    return an_item(guid, caption="", headline=headline, item_class="ninat:text", files=(told,), meta=links, content="")


def a_package(*references: str) -> str:
    """A package that refers to items."""
    return (
        '<packageItem guid="tag:agency.example,2024:package" version="1"><itemMeta><itemClass qcode="ninat:composite"/>'
        f'</itemMeta><groupSet root="g"><group id="g">{"".join(references)}</group></groupSet></packageItem>'
    )
