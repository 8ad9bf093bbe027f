"""Notices. All names are invented."""

from __future__ import annotations

from datetime import UTC, date, datetime

from provenance.model.notice import KeptNotice, Notice, Noticed, NoticeKind, Way
from provenance.model.photo import PhotoId
from provenance.model.times import Dated, Span, TimeKind, Voucher

RECORDED = datetime(2024, 5, 4, 8, 0, tzinfo=UTC)


def a_notice(kind: NoticeKind = NoticeKind.KILL, text: str = "MANDATORY KILL: VAL101", **fields: object) -> Notice:
    """A notice of 4 May 2024 from the Valtorre Agency."""
    day = Span.of_days(date(2024, 5, 4), date(2024, 5, 4))
    given: dict[str, object] = {
        "source": "desk mail",
        "address": "kill.txt",
        "voucher": Voucher.SENDER,
        "publisher": "Valtorre Agency",
        "issued": Dated(TimeKind.ISSUED, day, Voucher.SENDER, "kill.txt Date", "2024-05-04"),
        **fields,
    }
    return Notice(kind, text, **given)  # type: ignore[arg-type]


def a_noticed(notice: Notice | None = None, photo: str | None = None, way: Way = Way.NAMED) -> Noticed:
    """A notice that concerns the photo in question, or the one of the archive that is given."""
    return Noticed(KeptNotice(notice or a_notice(), RECORDED), way, PhotoId(photo) if photo else None)
