"""The terms of C2PA 2.x in words."""

from __future__ import annotations

from typing import Final

ACTIONS: Final = {
    "c2pa.addedText": "text added",
    "c2pa.adjustedColor": "colour adjusted",
    "c2pa.changedSpeed": "speed changed",
    "c2pa.color_adjustments": "colour adjusted",
    "c2pa.converted": "converted to another format",
    "c2pa.copied": "copied",
    "c2pa.created": "created",
    "c2pa.cropped": "cropped",
    "c2pa.deleted": "parts deleted",
    "c2pa.drawing": "drawn or painted on",
    "c2pa.dubbed": "dubbed",
    "c2pa.edited": "edited",
    "c2pa.edited.metadata": "descriptions changed, the picture not",
    "c2pa.enhanced": "enhanced",
    "c2pa.filtered": "filtered",
    "c2pa.formatted": "format changed",
    "c2pa.managed": "put under management",
    "c2pa.opened": "opened for editing",
    "c2pa.orientation": "turned or mirrored",
    "c2pa.placed": "another picture placed into it",
    "c2pa.printed": "printed",
    "c2pa.produced": "produced",
    "c2pa.published": "published",
    "c2pa.recognized": "found by its watermark or fingerprint",
    "c2pa.redacted": "a statement taken out",
    "c2pa.removed": "a part taken out",
    "c2pa.repackaged": "repackaged",
    "c2pa.resized": "resized",
    "c2pa.resized.proportional": "resized",
    "c2pa.saved": "saved",
    "c2pa.transcoded": "compressed again",
    "c2pa.translated": "translated",
    "c2pa.trimmed": "trimmed",
    "c2pa.unknown": "something not named",
    "c2pa.version_updated": "its credentials brought to a newer version",
    "c2pa.watermarked": "watermarked",
    "c2pa.watermarked.bound": "watermarked",
    "c2pa.watermarked.unbound": "watermarked",
}
"""What was done, by the names of the standard's actions."""
RELATIONSHIPS: Final = {
    "parentOf": "what it was made from",
    "componentOf": "placed into it",
    "inputTo": "used to make it",
}
"""What an ingredient is to the picture."""
PURPOSES: Final = {
    "ai_generative_training": "training generative models",
    "ai_inference": "being read by models",
    "ai_training": "training other models",
    "data_mining": "data mining",
}
"""What the picture may be used for by machines, by the last word of an entry's name."""
PERMISSIONS: Final = {"allowed": "allowed", "notAllowed": "not allowed", "constrained": "allowed with conditions"}


FAILURES: Final = {
    "algorithm.unsupported": "it uses a method that is not allowed",
    "assertion.action.ingredientMismatch": "a step names a picture that is not there",
    "assertion.bmffHash.mismatch": "the file's data is not what was signed",
    "assertion.boxesHash.mismatch": "the file's data is not what was signed",
    "assertion.dataHash.mismatch": "the file's data is not what was signed",
    "assertion.hashedURI.mismatch": "a statement was changed after it was signed",
    "assertion.missing": "a statement that was signed is missing",
    "assertion.undeclared": "a statement was added that nobody signed",
    "claim.missing": "the claim that was signed is missing",
    "claim.multiple": "there are several claims where one must be",
    "claimSignature.mismatch": "the signature was made over something else",
    "claimSignature.missing": "the signature is missing",
    "claimSignature.outsideValidity": "it was signed when the certificate was not valid",
    "ingredient.claimSignature.mismatch": "the credentials of what it was made from are not those that were signed",
    "ingredient.hashedURI.mismatch": "the credentials of what it was made from are not those that were signed",
    "ingredient.manifest.mismatch": "the credentials of what it was made from are not those that were signed",
    "signingCredential.expired": "the signer's certificate has expired, and nothing shows that it was signed before",
    "signingCredential.invalid": "the signer's certificate is not fit for signing",
    "signingCredential.ocsp.revoked": "the signer's certificate was called back",
    "signingCredential.revoked": "the signer's certificate was called back",
    "signingCredential.untrusted": "the signer is on none of the lists",
    "timeOfSigning.outsideValidity": "it was signed when the certificate was not valid",
    "timeStamp.mismatch": "the timestamp belongs to something else",
    "timeStamp.outsideValidity": "the timestamp's own certificate was not valid",
    "timeStamp.untrusted": "nobody known vouches for the timestamp",
}
"""What does not hold, by the standard's codes (C2PA 2.x, 15.2.2)."""
_ENDINGS: Final = {
    ".mismatch": "something was changed after it was signed",
    ".missing": "a part that was signed is missing",
}


def failure_words(code: str) -> str:
    """A code of the standard in words, with the code itself."""
    ending = next((words for end, words in _ENDINGS.items() if code.endswith(end)), "")
    return f"{FAILURES.get(code) or ending or 'something in it is not as the standard demands'} ({code})"


def action_words(action: str) -> str:
    """An action in words; one of somebody's own as its own name says it."""
    return ACTIONS.get(action) or f"something else ({action})"
