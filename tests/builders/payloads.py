"""What strangers write into captions, fields and names to attack whoever reads them, and what must not come of it."""

from __future__ import annotations

import json
import unicodedata
from html.parser import HTMLParser

PAYLOADS = {
    "colour": "\x1b[31mRED\x1b[0m",
    "window title": "\x1b]0;owned\x07",
    "terminal link": "\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;cm0gLXJmIH4=\x07",
    "C1": "\x9b31mC1\x9d0;t\x9c",
    "right to left": "photo\u202egpj.exe",
    "isolates": "a\u2066b\u2067c\u2069d",
    "line separators": "one\u2028two\u2029three\x85four",
    "invisible": "in\u200bvis\u2060ible\ufeff\u00ad\U000e0041",
    "line feeds": "caption\nSPOOFED all is well\r\nSPOOFED again",
    "overwriting": "HOLD\r\x08\x08\x08\x08\x7fSPOOFED",
    "script": "<script>alert(1)</script>",
    "attribute": "\"'><img src=x onerror=alert(1)>",
    "end of style": "</style></title></script><svg/onload=alert(1)>",
    "address": "javascript:alert(1)//data:text/html,<b>",
    "template": "{{ 7*7 }}{% for a in b %}${7*7}<%= 7*7 %>",
    "comment": "--><!--[if IE]><iframe src=//evil.example></iframe>]]>",
    "formula": '=HYPERLINK("http://evil.example","click")',
    "command": "+cmd|' /C calc'!A0",
    "sum": "@SUM(1+1)*-2",
    "format": "%s%n{0}{x.__class__}\\x1b[31m\\u202e",
    "entity": "&#x1b;[31m &#0; &lt;b&gt; &amp;#x202e;",
    "combining": "Z" + "\u0351\u036b\u0343" * 40,
    "numbers": "NaN Infinity 1e999",
}
ALLOWED_FORMATS = {"\u200c", "\u200d"}


def assert_terminal(printed: str, note: str) -> None:
    """Nothing that moves a cursor, changes direction, hides, or begins a line of its own."""
    for one in printed:
        kind = unicodedata.category(one)
        assert one == "\n" or kind not in {"Cc", "Cs", "Zl", "Zp"}, (note, ascii(one))
        assert kind != "Cf" or one in ALLOWED_FORMATS, (note, ascii(one))
    assert not [line for line in printed.splitlines() if line.startswith("SPOOFED")], note


def assert_json(printed: str, note: str) -> None:
    """Lines of strict JSON in ASCII, whose texts UTF-8 can carry."""
    assert printed.isascii(), note
    for line in printed.splitlines():
        value = json.loads(line, parse_constant=lambda word: pytest_fail(f"{note}: {word}"))
        json.dumps(value, ensure_ascii=False).encode("utf-8")


def pytest_fail(why: str) -> None:
    raise AssertionError(why)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def assert_page(text: str, note: str) -> None:
    """A page with a strict policy before all else, in which nothing of a stranger's became markup."""
    page = _Page()
    page.feed(text)
    policies = [attrs for tag, attrs in page.tags if tag == "meta" and "http-equiv" in attrs]
    assert policies, note
    content = str(policies[0]["content"])
    assert content.startswith("default-src 'none'"), note
    assert "unsafe" not in content, note
    assert "http:" not in content, note
    before = [tag for tag, _ in page.tags[: page.tags.index(("meta", policies[0]))]]
    assert not {"script", "link", "style", "img"} & set(before), note
    for tag, attrs in page.tags:
        assert tag not in {"iframe", "object", "embed", "base"}, (note, tag)
        assert not [name for name in attrs if name.startswith("on")], (note, attrs)
        for name in ("src", "href", "xlink:href", "action"):
            address = (attrs.get(name) or "").strip().lower()
            assert not address.startswith(("javascript:", "data:text")), (note, address)
            assert tag != "img" or address == "" or address.startswith("data:image/"), (note, address)
    assert "alert(1)</script>" not in text, note
    assert_shown(text, note)


def assert_shown(text: str, note: str) -> None:
    """No control characters in a text that a person opens, apart from its own line feeds."""
    strange = {one for one in text if unicodedata.category(one) in {"Cc", "Cs", "Zl", "Zp"} and one not in "\n\t"}
    strange |= {one for one in text if unicodedata.category(one) == "Cf" and one not in ALLOWED_FORMATS}
    assert not strange, (note, list(map(ascii, strange)))
