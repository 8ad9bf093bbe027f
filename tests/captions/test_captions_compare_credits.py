"""Credits against credits: another person contradicts, another agency mostly does not."""

from __future__ import annotations

from itertools import product

import pytest
from builders.captions import claims_of

from provenance.captions.compare import compare
from provenance.model.claims import Agreement, Axis, Comparison

A, E, C, T = Agreement.AGREES, Agreement.EXPLAINABLE, Agreement.CONTRADICTS, Agreement.CANNOT_TELL

PAIRS = [
    # the same photographer, however written
    ("REUTERS/Mara Quill", "(Photo by MARA QUILL / Reuters)", A),
    ("Photo: M. Quill", "REUTERS/Mara Quill", A),
    ("Photo: Quill/AFP", "Mara QUILL / AFP", A),
    ("Фото: Сергей Лодкин", "Photo: Sergey Lodkin/TASS", A),
    ("(Tomas Feld and Mara Quill/AP)", "(AP Photo/Mara Quill)", A),
    ("Photo: Mara Quill/Flickr", "REUTERS/Mara Quill", A),
    ("Photo: Mara Quill/Getty Images", "REUTERS/Mara Quill", A),
    # another photographer
    ("REUTERS/Tomas Feld", "REUTERS/Mara Quill", C),
    ("Photo: Tomas Feld", "(AP Photo/Mara Quill)", C),
    ("Photo by Peter Quill", "Photo by Mara Quill", C),
    ("@somebody/Instagram", "REUTERS/Mara Quill", T),
    # the same agency, or one that passes on the other's pictures
    ("AFP", "Mara Quill/AFP via Getty Images", A),
    ("Getty Images", "Mara Quill/AFP via Getty Images", A),
    ("Photo: Getty", "AFP", E),
    ("Shutterstock", "REUTERS/Mara Quill", E),
    ("picture alliance/dpa", "(AP Photo/Mara Quill)", E),
    ("TASS", "Sputnik/Pool via REUTERS", E),
    ("Photo: The Guardian", "REUTERS/Mara Quill", E),
    ("Photo: Harbour Herald", "REUTERS/Mara Quill", E),
    ("Photo: U.S. Navy", "(AP Photo)", E),
    ("(Mara Quill/U.S. Navy via AP)", "U.S. Navy", A),
    ("SANA", "SANA/Handout via REUTERS", A),
    # who handed it out is left out
    ("REUTERS", "SANA/Handout via REUTERS", E),
    ("REUTERS", "Tomas Feld/Press Service of the 9th Brigade/Handout via REUTERS", E),
    # two that cannot both be right
    ("AFP", "REUTERS", C),
    ("AFP/Getty Images", "REUTERS/Mara Quill", C),
    ("Photo: White Helmets", "Mara Quill/Anadolu via Getty Images", C),
    # but a pool picture goes to all of them
    ("AFP", "(Mara Quill/Pool via REUTERS)", E),
    ("POOL / AFP", "REUTERS", E),
    # a photographer here, an agency there
    ("Photo: Mara Quill", "REUTERS", E),
    # nobody
    ("", "REUTERS", T),
    ("", "", T),
]


def on_credit(claim: str, record: str) -> Comparison:
    claims, records = claims_of(f"A tram stops. {claim}"), claims_of(f"A tram stops. {record}")
    return next(each for each in compare(claims, records) if each.axis is Axis.CREDIT)


@pytest.mark.parametrize(("claim", "record", "verdict"), PAIRS)
def test_two_credits(claim: str, record: str, verdict: Agreement) -> None:
    assert on_credit(claim, record).verdict is verdict
    assert on_credit(record, claim).verdict is verdict


def test_where_both_credit_somebody_there_is_nearly_always_an_answer() -> None:
    credits = [claim for claim, _, _ in PAIRS if claim] + [record for _, record, _ in PAIRS if record]
    verdicts = [on_credit(one, other).verdict for one, other in product(credits[::3], credits[::4])]
    assert verdicts.count(T) <= 0.03 * len(verdicts)


def test_a_contradiction_names_both_sides_and_its_innocent_explanations() -> None:
    answer = on_credit("REUTERS/Tomas Feld", "(AP Photo/Mara Quill)")
    assert (answer.claimed, answer.on_record) == ("Tomas Feld / Reuters", "Mara Quill / AP")
    assert answer.innocent


def test_a_credit_cut_at_32_characters_agrees_with_the_whole_one() -> None:
    cut = claims_of("A tram.", creator="Maximiliana Konstantinopolitana-", credit="Jo Doe/Associated Pr")
    whole = claims_of("A tram.", creator="Maximiliana Konstantinopolitana-Verhoeven", credit="AP")
    answer = next(each for each in compare(cut, whole) if each.axis is Axis.CREDIT)
    assert answer.verdict is A
