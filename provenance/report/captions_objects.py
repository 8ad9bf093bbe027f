"""What a caption says, and how two stand to each other, as objects for JSON (version 1; fields are only added)."""

from __future__ import annotations

from collections.abc import Sequence

from provenance.model.claims import Claims, Comparison, Excerpt, Named, Precision, When, Where, Who

Object = dict[str, object]


def claims_object(claims: Claims) -> Object:
    """{"when": ..., "where": ..., "who": ..., "flags": [...]}"""
    return {
        "when": when_object(claims.when) if claims.when else None,
        "where": _where_object(claims.where) if claims.where else None,
        "who": _who_object(claims.who),
        "flags": sorted(flag.value for flag in claims.flags),
    }


def comparisons_object(comparisons: Sequence[Comparison]) -> Object:
    """The verdict of every axis by its name, then why, the words compared, and what may explain it innocently."""
    return {
        **{one.axis.value: one.verdict.value for one in comparisons},
        "why": {one.axis.value: one.why for one in comparisons},
        "claimed": {one.axis.value: one.claimed for one in comparisons},
        "on_record": {one.axis.value: one.on_record for one in comparisons},
        "innocent": {one.axis.value: list(one.innocent) for one in comparisons if one.innocent},
    }


def when_object(when: When) -> Object:
    """One date: its first and last day, or month and day as --12-29 where no year is stated."""
    first, last = day_words(when)
    made: Object = {"from": first, "to": last, "precision": when.precision.value, "role": when.role.value}
    if when.relative:
        made["relative"] = True
    if when.alternatives:
        made["alternatives"] = [when_object(one) for one in when.alternatives]
    return made | _said(when.excerpt)


def day_words(when: When) -> tuple[str, str]:
    """The first and the last day as ISO 8601 writes them."""
    if when.precision is Precision.DAY_NO_YEAR or when.first is None or when.last is None:
        words = f"--{when.month or 0:02}-{when.day or 0:02}"
        return words, words
    return when.first.isoformat(), when.last.isoformat()


def _where_object(where: Where) -> Object:
    return {
        "names": list(where.names) or [place.name for place in where.places],
        "country": where.country,
        "countries": sorted(where.countries),
        "latitude": where.latitude,
        "longitude": where.longitude,
        "said": [_said(place.excerpt) for place in where.places],
    }


def _who_object(who: Who) -> Object:
    supplied = (*who.agencies, *who.distributors, *who.handout_sources)
    return {
        "creators": _names(who.creators),
        "credits": _names(supplied),
        "agencies": _names(who.agencies),
        "distributors": _names(who.distributors),
        "handout_sources": _names(who.handout_sources),
        "said": [_said(one.excerpt) for one in (*who.creators, *supplied)],
    }


def _names(named: Sequence[Named]) -> list[str]:
    return list(dict.fromkeys(one.name for one in named))


def _said(excerpt: Excerpt) -> Object:
    """The characters that say so, and where they stand in the text or field they were found in."""
    return {"text": excerpt.text, "at": [excerpt.start, excerpt.end]}
