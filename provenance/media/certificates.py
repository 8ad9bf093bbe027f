"""Certificates of strangers: whatever is wrong with one, it is a ValueError, and no warning reaches a user."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def strict() -> Iterator[None]:
    """What the package raises for a certificate that it cannot read becomes ValueError. A decorator too."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.utils import CryptographyDeprecationWarning
    from cryptography.x509 import DuplicateExtension, InvalidVersion, UnsupportedGeneralNameType

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CryptographyDeprecationWarning)
        try:
            yield
        except (
            *(TypeError, OverflowError, UnsupportedAlgorithm),
            *(InvalidVersion, DuplicateExtension, UnsupportedGeneralNameType),
        ) as error:
            raise ValueError("no certificate that can be used") from error
