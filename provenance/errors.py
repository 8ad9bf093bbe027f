"""One tree of errors. Each carries a sentence for the user and a hint; the doors print both and nothing else."""

from __future__ import annotations


class ProvenanceError(Exception):
    """Base of every error this program raises on purpose.

    `sentence` says what happened in words an editor understands, `hint` what to do next (it may be empty).
    """

    exit_code = 2

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint


class UsageError(ProvenanceError):
    """The command was given something it cannot use: a wrong option, an id that means nothing or several things."""

    exit_code = 2


class UnreadableFileError(ProvenanceError):
    """A file that the user named cannot be read at all: missing, a folder, a link, a device, too large.

    `kind` is a short stable word: missing, not-a-regular-file, empty, too-large, denied, changed, input-output.
    """

    exit_code = 3

    def __init__(self, sentence: str, hint: str = "", *, kind: str = "input-output") -> None:
        super().__init__(sentence, hint)
        self.kind = kind


class WorkerError(ProvenanceError):
    """The process in which photos are opened cannot be started, or is no more; nothing is opened without it."""

    exit_code = 3


class DocumentError(ProvenanceError):
    """A captions file, sidecar or article cannot be understood as the kind of document it claims to be."""

    exit_code = 3


class AdvisorError(ProvenanceError):
    """The language model that a setting names gave no answer that could be used."""


class GazetteerError(ProvenanceError):
    """The gazetteer of place names can be neither read nor built."""


class ArchiveError(ProvenanceError):
    """There is no archive, or it cannot be used."""

    exit_code = 4


class ArchiveNotFoundError(ArchiveError):
    """No archive stands where it was looked for."""


class ArchiveTooNewError(ArchiveError):
    """A newer version of this program made or changed the archive."""


class ArchiveBusyError(ArchiveError):
    """Another process holds the archive for longer than we are willing to wait."""


class ArchiveFullError(ArchiveError):
    """The disk is full, or the archive may not be written to; what was acknowledged before is kept."""


class ForgottenError(ArchiveError):
    """A photo that was forgotten on request came again; nothing of it was kept."""


class ArchiveIndexError(ArchiveError):
    """The archive's search index is missing, damaged, of another version, or too far behind; the photos are not."""


class ArchiveDamagedError(ArchiveError):
    """The archive's file is not what this program wrote."""

    exit_code = 5
