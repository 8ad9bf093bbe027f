"""The words by which agencies take a photo back or correct it, in English, German, French, Spanish and Italian.

A photo is not killed by a word: people are killed in captions every day. So the words are those of notices ("mandatory
kill", "please remove this photo"), and the first line that holds any decides, headline before text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from provenance.model.notice import NoticeKind

_PHOTO = (
    r"(?:photos?|photographs?|pictures?|images?|pix|pics?|fotos?|bild(?:er)?|clichés?|imágen(?:es)?|imagen"
    r"|fotograf[ií]as?|immagin[ei])"
)
_DELETE = r"(?:remove|delete|discard|kill|purge|destroy|take\s+down|pull)"
_REACH = r"[^.!?\n]{0,90}?"
_KILL = (
    r"\b(?:mandatory|photo|picture|image|caption|pix|editorial|immediate|urgent|global|partial)[\s/-]{1,3}kills?\b",
    r"\bkills?[\s-]{1,3}(?:notice|order|advisory|mandatory|note)\b",
    r"(?:^|\n)[\s*+#-]{0,10}(?:to\s)?kill\s{0,3}[:!–—-]",
    r"(?:^|\n)[\s*+#-]{0,10}kill[\s*!.]{0,5}(?:\n|$)",
    rf"\b(?:please|pls|must|immediately|kindly|should|asked?\s+to)\b{_REACH}\b{_DELETE}\b{_REACH}\b{_PHOTO}\b",
    rf"\b(?:please|pls|immediately)\s+{_DELETE}\b",
    rf"\b{_DELETE}\s+(?:(?:the|this|these|all|following|above|attached|our|from|your)\s+){{1,4}}{_PHOTO}\b",
    r"\bremove\b[^.!?\n]{0,60}?\bfrom\s+(?:all\s+)?(?:your\s+)?(?:systems?|archives?|websites?|online|databases?)\b",
    rf"\b{_PHOTO}\s+(?:has|have|is|are|was|were)\s+(?:been\s+|being\s+)?killed\s+(?:by\s+(?:the\s+)?agenc|due|because|for)",
    r"\bmay\s+no\s+longer\s+be\s+used\b|\b(?:may|must|should)\s+not\s+be\s+used\s+(?:in\s+any|at\s+all|any\s+more|under\s+any)\b",
    rf"\bdo\s+not\s+(?:use|publish)\s+(?:(?:the|this|these|following)\s+){{1,3}}{_PHOTO}\b(?!\s+(?:after|before|until|without|for|in|on)\b)",
    r"\b(?:bild|foto)?sperr(?:ung|vermerk)\b|\bgesperrt(?:es|e)?\s+(?:bild|foto)",
    rf"\bbitte\b{_REACH}\b(?:lösch|entfern|nicht\s+mehr\s+(?:verwend|veröffentlich|nutz))\w{{0,6}}",
    rf"\b(?:veuillez|merci\s+de|prière\s+de)\b{_REACH}\b(?:supprimer|retirer|détruire|effacer|ne\s+(?:pas|plus)\s+utiliser)",
    r"(?:^|\n)\W{0,10}(?:à|a)\s+(?:supprimer|détruire|retirer)\b|\bsuppression\s+obligatoire\b|\bannulation\s+obligatoire\b",
    r"\bne\s+(?:doit|doivent|peut|peuvent)\s+plus\s+être\s+(?:utilisé|publié|diffusé)e?s?\b",
    rf"\b(?:por\s+favor|rogamos|se\s+ruega|sírvanse)\b{_REACH}\b(?:elimin|borr|retir|suprim)\w{{1,8}}",
    r"\b(?:eliminación|anulación|supresión)\s+(?:obligatoria|inmediata)\b|\bno\s+(?:debe|deben)\s+(?:ser\s+utilizad|usarse)",
    rf"\b(?:si\s+prega\s+di|pregasi)\b{_REACH}\b(?:eliminare|cancellare|rimuovere|non\s+utilizzare)",
    r"\bannullamento\s+obbligatorio\b",
)
_WITHDRAWAL = (
    rf"\b(?:withdraw(?:s|n|al|ing)?|withdrew|retract(?:s|ed|ion)?|with(?:held|hold))\b{_REACH}\b{_PHOTO}\b",
    rf"\b{_PHOTO}\b{_REACH}\b(?:withdrawn|withdrew|retracted|withheld|revoked|recalled)\b",
    r"(?:^|\n)\W{0,10}(?:withdrawn|withdrawal|retraction|retracted|withheld|recall)\b",
    r"\b(?:zurückgezogen|zieht\b[^.!?\n]{0,80}?\bzurück|rückruf|zurückziehung|widerruf)\b",
    rf"\b{_PHOTO}\b{_REACH}\b(?:annulée?s?|retirée?s?)\b|(?:^|\n)\W{{0,10}}(?:annulation|retrait|annulé)\b",
    rf"\b{_PHOTO}\b{_REACH}\b(?:anulad[ao]s?|retirad[ao]s?)\b|(?:^|\n)\W{{0,10}}(?:anulación|anulada|retirada|retiro)\b",
    rf"\b{_PHOTO}\b{_REACH}\b(?:annullat[ae]|ritirat[ae])\b|(?:^|\n)\W{{0,10}}(?:annullata|ritiro)\b",
)
_CORRECTION = (
    r"\b(?:caption|photo|picture|credit|byline|date|location)\s+corrections?\b|\bcorrect(?:ed|ion|ing|s)\b\s{0,3}(?:to\b)?[:\s]",
    r"(?:^|\n)\W{0,10}(?:correction|corrected|corrects|correct|corr|clarification|adds?\s+correct)\b",
    r"\b(?:bild(?:text|unterschrift)?|caption)[\s-]?korrektur\b|\b(?:berichtig|korrigier|korrektur|richtigstell)\w{0,8}\b",
    r"\b(?:rectificatif|correction|erratum|légende\s+(?:corrigée|rectifiée|modifiée)|corrige|rectifie)\b",
    r"\b(?:corrección|rectificación|fe\s+de\s+erratas?|corrige|rectifica|corregid[ao])\b",
    r"\b(?:correzione|rettifica|errata\s+corrige|didascalia\s+corretta)\b",
)
_ADVISORY = (
    r"\b(?:advisory|editors?['’]?s?\s+note|note\s+to\s+editors|attention\s+editors|attn\s+editors)\b",
    r"\b(?:hinweis|achtung)\b[^\n]{0,30}\bredaktion|\bavis\s+aux\s+rédactions\b|\bnote\s+aux\s+rédac",
    r"\b(?:aviso|nota)\s+a\s+(?:los\s+)?(?:editores|clientes|redacciones)\b|\bavviso\s+(?:ai|alle)\b",
)
_KINDS: tuple[tuple[NoticeKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile("|".join(words), re.IGNORECASE))
    for kind, words in (
        (NoticeKind.KILL, _KILL),
        (NoticeKind.WITHDRAWAL, _WITHDRAWAL),
        (NoticeKind.CORRECTION, _CORRECTION),
        (NoticeKind.ADVISORY, _ADVISORY),
    )
)
_LONGEST = 20_000
"""A notice says what it is at its beginning."""


def kind_of(texts: Iterable[str]) -> NoticeKind | None:
    """What a notice asks for: the first of its texts that says so, of that text the gravest; None where none does."""
    for text in texts:
        for kind, words in _KINDS:
            if words.search(text[:_LONGEST]):
                return kind
    return None


def is_lead(text: str) -> bool:
    """Whether a caption begins as that of a corrected photo does."""
    return _LEAD.match(text) is not None


_LEAD = re.compile(
    r"\W{0,5}(?:corrects|corrected|correction|corrige|rectificatif|korrektur|berichtigt|corrección|corregida)\b",
    re.IGNORECASE,
)
