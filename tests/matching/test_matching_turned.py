"""A PDQ code tells, near enough, what the code of the mirrored and turned picture would be."""

from __future__ import annotations

import pytest
from builders.pictures import a_picture

from provenance.matching.fingerprints import pdq
from provenance.matching.turned import turned
from provenance.model.matching import Orientation


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("lying", Orientation)
def test_codes_told_from_a_code_are_near_those_taken_from_pixels(seed: int, lying: Orientation) -> None:
    codes = pdq(a_picture(seed)).codes
    told = turned(codes[Orientation.UPRIGHT])
    assert len(set(told)) == 8
    assert told[0] == codes[Orientation.UPRIGHT]
    assert min((int(one, 16) ^ int(codes[lying], 16)).bit_count() for one in told) <= 16


def test_turning_the_code_of_a_turned_picture_gives_the_same_eight() -> None:
    told = turned(pdq(a_picture(3)).codes[Orientation.UPRIGHT])
    assert all(set(turned(one)) == set(told) for one in told)
