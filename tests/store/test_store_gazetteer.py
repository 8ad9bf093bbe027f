"""The gazetteer: found by any spelling, built once, built again where it is damaged."""

from __future__ import annotations

import os
import shutil
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from provenance.errors import GazetteerError
from provenance.model.places import Spot, SpotKind
from provenance.store.gazetteer import FileGazetteer, build, path_in


@pytest.fixture(scope="module")
def folder() -> Path:
    """Where the tests' own gazetteer lies; it is built where it is not there yet."""
    place = Path(os.environ["PROV_CACHE"])
    FileGazetteer(place).find(["Passau"])
    return place


@pytest.fixture(scope="module")
def gazetteer(folder: Path) -> FileGazetteer:
    return FileGazetteer(folder)


def a_builder(folder: Path) -> Callable[[Path, Callable[[str], None]], None]:
    """One that copies what was built before: building takes ten seconds."""

    def copied(path: Path, progress: Callable[[str], None]) -> None:
        if not path.parent.is_dir():
            raise GazetteerError(f"Nothing can be written in {path.parent}.", "Name another folder with PROV_CACHE.")
        shutil.copy(path_in(folder), path)

    return copied


def first(gazetteer: FileGazetteer, name: str) -> Spot:
    return gazetteer.find([name])[name][0]


@pytest.mark.parametrize(
    ("spellings", "country"),
    [
        (("Borodyanka", "Borodianka", "Бородянка", "BORODYANKA"), "UA"),
        (("Kyiv", "Kiev", "Київ", "Киев", "Kiew"), "UA"),
        (("Kharkiv", "Kharkov", "Харків", "Charkiw"), "UA"),
        (("Maarat al-Numan", "Ma'arrat al-Nu'man", "Ma‘arrat an Nu‘mān"), "SY"),
        (("München", "Muenchen", "Munich", "Monachium"), "DE"),
        (("Khan Younis", "Khan Yunis", "Khān Yūnis"), "PS"),
        (("São Paulo", "Sao Paulo", "SAO PAULO"), "BR"),
        (("İstanbul", "Istanbul", "Estambul"), "TR"),
    ],
)
def test_every_spelling_of_a_town_finds_it(gazetteer: FileGazetteer, spellings: tuple[str, ...], country: str) -> None:
    found = {first(gazetteer, spelling) for spelling in spellings}
    towns = {(spot.country, round(spot.latitude), round(spot.longitude)) for spot in found}
    assert len(towns) == 1, found
    assert {spot.country for spot in found} == {country}


def test_the_largest_of_several_comes_first_and_the_others_are_kept(gazetteer: FileGazetteer) -> None:
    found = gazetteer.find(["Springfield", "Birmingham"])
    assert found["Birmingham"][0].country == "GB"
    assert "US" in {spot.country for spot in found["Birmingham"]}
    assert len({spot.region for spot in found["Springfield"]}) >= 5


def test_regions_have_names_and_hold_their_towns(gazetteer: FileGazetteer) -> None:
    bavaria, passau = first(gazetteer, "Bavaria"), first(gazetteer, "Passau")
    assert (bavaria.kind, bavaria.country) == (SpotKind.REGION, "DE")
    assert passau.region == bavaria.region
    assert first(gazetteer, "Uttar Pradesh").kind is SpotKind.REGION


def test_a_name_that_nobody_knows_is_not_answered(gazetteer: FileGazetteer) -> None:
    assert gazetteer.find(["Qwxyzzy", "", "???", "x" * 10_000]) == {}


def test_distances_are_those_of_the_map(gazetteer: FileGazetteer) -> None:
    apart = first(gazetteer, "Berlin").distance(first(gazetteer, "Munich"))
    assert apart == pytest.approx(504, rel=0.02)


@pytest.mark.slow
def test_a_file_that_breaks_off_is_replaced_while_it_is_used(folder: Path, tmp_path: Path) -> None:
    whole = path_in(folder).read_bytes()
    path_in(tmp_path).write_bytes(whole[: len(whole) // 2])
    told: list[str] = []
    gazetteer = FileGazetteer(tmp_path, told.append)
    assert first(gazetteer, "Zwolle").country == "NL"
    assert told[0].startswith("Building the gazetteer of place names (once")
    assert path_in(tmp_path).stat().st_size == len(whole)
    assert [path.name for path in tmp_path.iterdir()] == [path_in(tmp_path).name]


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(GazetteerError, match="gazetteer") as raised:
        build(tmp_path / "file" / "folder" / "x.sqlite")
    assert "PROV_CACHE" in raised.value.hint


def test_without_a_cache_it_is_kept_for_this_run_and_that_is_said(folder: Path, tmp_path: Path) -> None:
    told: list[str] = []
    gazetteer = FileGazetteer(tmp_path / "missing", told.append, a_builder(folder))
    assert first(gazetteer, "Passau").country == "DE"
    assert any("for this run only" in sentence and "PROV_CACHE" in sentence for sentence in told)
    gazetteer.close()


def test_what_is_damaged_inside_is_never_an_exception_of_the_database(folder: Path, tmp_path: Path) -> None:
    whole = bytearray(path_in(folder).read_bytes())
    for at in range(8192, len(whole) - 4096, 8192):  # every page but the first
        whole[at : at + 64] = b"\xff" * 64
    path_in(tmp_path).write_bytes(whole)
    assert first(FileGazetteer(tmp_path, builder=a_builder(folder)), "Zwolle").country == "NL"


def test_two_builders_at_once_leave_one_whole_file(folder: Path, tmp_path: Path) -> None:
    """The one that was killed while it built leaves a file of its own, which nobody takes for the gazetteer."""
    (tmp_path / "gazetteer-killed.new").write_bytes(path_in(folder).read_bytes()[:100_000])
    path_in(tmp_path).write_bytes(path_in(folder).read_bytes())
    one, other = FileGazetteer(tmp_path), FileGazetteer(tmp_path)
    assert first(one, "Zwolle") == first(other, "Zwolle")
    os.replace(path_in(tmp_path), tmp_path / "moved")  # a second builder puts its own in its place
    path_in(tmp_path).write_bytes(path_in(folder).read_bytes())
    assert first(one, "Nijmegen").country == first(other, "Nijmegen").country == "NL"


def test_a_file_that_cannot_be_written_to_is_read_all_the_same(folder: Path, tmp_path: Path) -> None:
    path_in(tmp_path).write_bytes(path_in(folder).read_bytes())
    path_in(tmp_path).chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        assert first(FileGazetteer(tmp_path), "Zwolle").country == "NL"
        assert [path.name for path in tmp_path.iterdir()] == [path_in(tmp_path).name]
    finally:
        tmp_path.chmod(0o755)


def test_it_is_opened_in_a_moment_and_without_much_memory(folder: Path) -> None:
    tracemalloc.start()
    began = time.perf_counter()
    assert first(FileGazetteer(folder), "Ouagadougou").country == "BF"
    taken, most = time.perf_counter() - began, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert taken < 1.0  # 10 ms on a quiet machine
    assert most < 5_000_000


def test_districts_lie_in_their_region_and_hold_their_towns(gazetteer: FileGazetteer) -> None:
    budaun, town = first(gazetteer, "Budaun district"), first(gazetteer, "Budaun")
    state = first(gazetteer, "Uttar Pradesh")
    assert budaun.kind is SpotKind.DISTRICT
    assert budaun.holds(town)
    assert state.holds(budaun)
    assert state.holds(town)
    assert not budaun.holds(state)


def test_names_that_are_written_just_so_come_before_other_spellings(gazetteer: FileGazetteer) -> None:
    assert first(gazetteer, "Odessa").name == "Odesa"
    found = gazetteer.find(["Salisbury"])["Salisbury"]
    assert [spot.called for spot in found if spot.country in {"GB", "ZW"}] == [False, True] or found[0].called


def test_towns_around_a_position_come_nearest_first(gazetteer: FileGazetteer) -> None:
    towns = gazetteer.near(50.64, 29.92, 60)
    assert towns[0].name == "Borodianka"
    assert {spot.country for spot in towns} == {"UA"}
    assert {spot.kind for spot in towns} == {SpotKind.TOWN}
    here = Spot("here", SpotKind.TOWN, "UA", "", 50.64, 29.92, 0)
    distances = [spot.distance(here) for spot in towns]
    assert distances == sorted(distances)
    assert max(distances) <= 60


@pytest.mark.parametrize(
    ("latitude", "longitude", "countries"),
    [
        (0.0, -150.0, set()),  # the Pacific
        (-16.8, -179.95, {"FJ"}),  # over the date line
        (90.0, 0.0, set()),
        (47.58, 7.6, {"CH", "DE", "FR"}),  # where three countries meet
    ],
)
def test_towns_are_found_over_borders_the_date_line_and_at_the_poles(
    gazetteer: FileGazetteer, latitude: float, longitude: float, countries: set[str]
) -> None:
    assert {spot.country for spot in gazetteer.near(latitude, longitude, 100)} == countries
