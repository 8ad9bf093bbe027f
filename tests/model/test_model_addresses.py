"""What the URL of a picture tells: names that the photo may have elsewhere, and whether they tell it from others."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.addresses import likely_names, same_address, supplier_id, telling, unique


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://a.example/2021/05/grain-port-vellmar.jpg", "grain-port-vellmar.jpg"),
        ("https://a.example/2021/05/grain-port-vellmar-1024x683.jpg?w=900&crop=1", "grain-port-vellmar.jpg"),
        ("https://a.example/up/grain-port-vellmar-scaled.jpg", "grain-port-vellmar.jpg"),
        ("https://a.example/up/grain-port-vellmar-e1571749999.jpg.webp", "grain-port-vellmar.jpg"),
        ("https://a.example/up/Grain%20port%20of%20Vellmar.jpg", "Grain port of Vellmar.jpg"),
        ("https://i.example/resize/800/https://a.example/up/grain-port-vellmar.jpg", "grain-port-vellmar.jpg"),
        ("https://i.example/6x2+0+0/?u=https%3A%2F%2Fa.example%2Fgrain-port-vellmar.jpg", "grain-port-vellmar.jpg"),
        ("https://a.example/media/4f3b2c1d9e8f7a6b5c4d/0_0_3000_1800/master/3000.jpg", "4f3b2c1d9e8f7a6b5c4d.jpg"),
        ("https://a.example/646x186:4249x2213/img/RTS0XY1/original.jpg", "RTS0XY1.jpg"),
        ("https://a.example/r/?m=02&r=LYNXMPEB1234567", "LYNXMPEB1234567.jpg"),
        ("../files/grain-port-vellmar.png", "grain-port-vellmar.png"),
    ],
)  # fmt: skip
def test_the_name_of_the_file_is_told_whatever_a_site_put_around_it(url: str, name: str) -> None:
    assert name in likely_names(url)


@pytest.mark.parametrize(
    "name",
    ["image", "photo-1", "IMG_1234", "DSC00012", "original", "1200x800", "3000", "lead-image-large", "unnamed", "crane",
     "hero_banner_final", "P1020304", "thumbnail-2", "x", ""],
)  # fmt: skip
def test_names_that_many_photos_have_tell_nothing(name: str) -> None:
    assert not telling(name)
    assert likely_names(f"https://a.example/2021/{name}.jpg") == ()


def test_names_that_are_given_once_need_nobody_s_consent() -> None:
    once = (
        "GettyImages-1234567890",
        "AP_21123456789012",
        "epa08033505",
        "RTS0XY1",
        "qFd74BjTwgJcQhofvQgAn",
        "000_32X84ZR",
    )
    assert all(unique(name) for name in once)
    assert not any(unique(name) for name in ("grain-port-vellmar", "IMG_20210503_101010", "crowdbeforeparliament"))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("GettyImages-1234567890.jpg", "1234567890"),
        ("2021-05-03T062012Z_1_LYNXMPEH420AB_RTRMADP_3_GRAIN.JPG", "LYNXMPEH420AB"),
        ("epa08033505.jpg", "epa08033505"),
        ("grain-port-vellmar.jpg", ""),
    ],
)
def test_a_supplier_s_id_is_read_from_its_names(name: str, told: str) -> None:
    assert supplier_id(f"https://a.example/up/{name}") == told


def test_renditions_of_one_file_have_one_address_and_other_files_have_not() -> None:
    base = "https://a.example/2021/05/grain-port"
    same = [f"{base}.jpg", f"{base}-300x200.jpg?q=1", "http://a.example/2021/05/600x400/grain-port-600x400.webp",
            f"https://i.example/resize/{base}.jpg"]  # fmt: skip
    assert {same_address(url) for url in same} == {same_address(same[0])}
    assert same_address("https://a.example/2014/05/grain-port.jpg") != same_address(same[0])
    assert same_address("https://b.example/2021/05/grain-port.jpg") != same_address(same[0])


@given(st.text(max_size=60) | st.from_regex(r"https?://[a-z\[\]:@%/?&=.0-9-]{0,60}", fullmatch=True))
def test_any_text_may_stand_for_a_url(text: str) -> None:
    assert all(likely_names(text))
    assert isinstance(same_address(text) + supplier_id(text), str)


@pytest.mark.parametrize("piece", ["a-", "/", "%2F", "https://", "1x1", "&url=", "-300x200", ".jpg"])
def test_long_ones_are_read_in_good_time(piece: str) -> None:
    began = time.process_time()
    likely_names("https://a.example/" + piece * 20_000)
    likely_names("https://a.example/" + piece * (4000 // len(piece)))
    same_address("https://a.example/" + piece * 20_000)
    assert time.process_time() - began < 10
