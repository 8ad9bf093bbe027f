"""Visual words: the file that comes with the program, damaged ones, and that words and signatures never change."""

from __future__ import annotations

import hashlib
import io
from typing import Any

import numpy as np
import pytest
from builders.memory import the_words

from provenance.files import load_words
from provenance.matching.words import BITS, CENTRES, Words


def descriptors(count: int, seed: int = 7) -> np.ndarray:
    raw = np.random.default_rng(seed).exponential(1.0, (count, 128)).astype(np.float32)
    return np.sqrt(raw / raw.sum(axis=1, keepdims=True)).astype(np.float32)


def a_file(**changes: Any) -> bytes:
    """The vocabulary's file with some of its arrays changed; None leaves one out."""
    with np.load(io.BytesIO(load_words()), allow_pickle=False) as kept:
        arrays = {**{name: kept[name] for name in kept.files}, **changes}
    held = io.BytesIO()
    np.savez_compressed(held, **{name: array for name, array in arrays.items() if array is not None})
    return held.getvalue()


def a_plain_array() -> bytes:
    held = io.BytesIO()
    np.save(held, np.zeros((3, 3)))
    return held.getvalue()


def flipped(data: bytes, place: float) -> bytes:
    """A file with some bytes turned over."""
    at = int(len(data) * place)
    return data[:at] + bytes(byte ^ 0x5A for byte in data[at : at + 8]) + data[at + 8 :]


DAMAGED = {
    "nothing": b"",
    "a sentence": b"The dog ate the vocabulary.",
    "a plain array": a_plain_array(),
    "half of it": load_words()[: len(load_words()) // 2],
    "all but its end": load_words()[:-30],
    "without its beginning": load_words()[100:],
    "bytes turned over at its beginning": flipped(load_words(), 0.05),
    "bytes turned over in its middle": flipped(load_words(), 0.5),
    "without a version": a_file(version=None),
    "without fine centres": a_file(fine=None),
    "too few centres": a_file(coarse=np.zeros((10, 128), np.uint8)),
    "centres of another length": a_file(fine=np.zeros((CENTRES, 64), np.int8)),
    "a projection to fewer bits": a_file(projection=np.zeros((128, 32), np.float16)),
    "thresholds for fewer bits": a_file(thresholds=np.zeros(BITS - 1, np.float16)),
    "words for numbers": a_file(thresholds=np.array(["a"] * BITS)),
    "any object": a_file(version=np.array({"a": 1}, object)),
}


@pytest.mark.parametrize("damage", list(DAMAGED))
def test_a_damaged_vocabulary_is_a_value_error(damage: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Words.from_bytes(DAMAGED[damage])


def test_the_vocabulary_of_the_program_is_whole_and_smaller_than_a_megabyte() -> None:
    words = the_words()
    assert words.version
    assert (words.coarse.shape, words.fine.shape) == ((CENTRES, 128), (CENTRES, 128))
    assert (words.projection.shape, words.thresholds.shape) == ((128, BITS), (BITS,))
    assert len(load_words()) < 1_000_000


def test_words_and_signatures_of_a_version_never_change() -> None:
    """A new vocabulary needs a new version: features of different ones are never compared."""
    words, some = the_words(), descriptors(200)
    numbers, signatures = words.nearest(some).astype("<u4").tobytes(), words.signatures(some).astype("<u8").tobytes()
    golden = (words.version, hashlib.sha256(numbers).hexdigest()[:16], hashlib.sha256(signatures).hexdigest()[:16])
    assert golden == ("sift384-1", "100191d0388fd4fa", "8950f2f1a5a669d1")


def test_a_descriptor_has_the_same_word_alone_and_among_others() -> None:
    words, some = the_words(), descriptors(64)
    alone = [int(words.nearest(one[None])[0]) for one in some]
    assert words.nearest(some).tolist() == alone
    assert words.signatures(some[::-1]).tolist() == words.signatures(some).tolist()[::-1]


def test_a_word_is_a_number_of_twenty_bits_and_signatures_use_all_of_theirs() -> None:
    words, some = the_words(), descriptors(500)
    assert 0 <= words.nearest(some).min() <= words.nearest(some).max() < CENTRES * CENTRES
    signatures = words.signatures(some)
    assert len(np.unique(signatures)) > 400


def test_the_words_looked_up_are_the_nearest_ones_of_the_nearest_coarse_centres() -> None:
    words, some = the_words(), descriptors(40)
    looked_up = words.probes(some, 8, coarse=3)
    assert looked_up.shape == (40, 8)
    for one, row in zip(some, looked_up.tolist(), strict=True):
        near = np.argsort(np.linalg.norm(words.coarse - one, axis=1), kind="stable")[:3]
        gaps = {
            int(centre) * CENTRES + fine: gap
            for centre in near
            for fine, gap in enumerate(np.linalg.norm(one - words.coarse[centre] - words.fine, axis=1))
        }
        assert sorted(gaps[word] for word in row) == pytest.approx(sorted(gaps.values())[:8], abs=1e-5)
        assert len(set(row)) == 8


def test_no_descriptors_have_no_words() -> None:
    none = np.zeros((0, 128), np.float32)
    assert the_words().nearest(none).shape == (0,)
    assert the_words().signatures(none).shape == (0,)
    assert the_words().probes(none, 8).shape == (0, 8)


def test_a_little_noise_leaves_most_words_among_those_looked_up_and_most_signatures_near() -> None:
    words, some = the_words(), descriptors(300)
    noise = np.random.default_rng(3).normal(0, 0.006, some.shape).astype(np.float32)
    moved = (some + noise) / np.linalg.norm(some + noise, axis=1, keepdims=True)
    looked_up = words.probes(moved, 8).tolist()
    found = [word in row for word, row in zip(words.nearest(some).tolist(), looked_up, strict=True)]
    assert np.mean(found) > 0.6
    assert np.median(np.bitwise_count(words.signatures(some) ^ words.signatures(moved))) <= 12
