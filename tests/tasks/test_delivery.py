# SPDX-License-Identifier: EUPL-1.2
"""The archive as an e-depot takes it: unpacked and counted with nothing of Gehoord."""

import hashlib
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any, Final

import pytest
from lxml import etree

from gehoord.domain.eenheid.archiving import Archiving
from gehoord.store.register import Register
from gehoord.tasks.archive import Archive, archive_of
from tests.lacking import leave_out
from tests.tasks.told_archive import Files, on_own_clock, packed_in

XSD: Final = Path(__file__).parents[1] / "templates" / "mdto" / "xsd" / "MDTO-XML1.0.1.xsd"
NS: Final = {"m": "https://www.nationaalarchief.nl/mdto"}
END: Final = ".mdto.xml"
BESIDE: Final = ("LEESMIJ.txt", "pakbon.xml", "sha256.txt")
FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*#& ]')


@pytest.fixture(scope="module")
def register(told_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    database = shutil.copy(told_database, tmp_path_factory.mktemp("geleverd") / "told.db")
    register = on_own_clock(Path(database))
    yield register
    register.engine.dispose()


@pytest.fixture(scope="module")
def archive(register: Register) -> Archive:
    with register.reading() as reader:
        return archive_of(reader, "klein")


@pytest.fixture(scope="module")
def files(archive: Archive) -> Files:
    return packed_in(archive)


@pytest.fixture(scope="module")
def metadata(files: Files) -> dict[str, Any]:
    return {name: etree.fromstring(files[name]) for name in files if name.endswith(END)}


def text(found: Any, path: str) -> str:
    [element] = found.xpath(f"//m:{path.replace('/', '/m:')}", namespaces=NS)
    return str(element.text)


def test_all_metadata_are_valid_against_the_schema_of_mdto_1_0_1(metadata: dict[str, Any]) -> None:
    schema: Any = etree.XMLSchema(etree.parse(XSD))
    assert len(metadata) > 50
    assert [name for name, found in metadata.items() if not schema.validate(found)] == []


def test_each_file_has_its_metadata_beside_it_with_its_size_and_its_sha256(
    files: Files, metadata: dict[str, Any]
) -> None:
    kept = [name for name in files if name not in BESIDE and not name.endswith(END)]
    assert {name for name in metadata if ".bestand." in name} == {f"{n}.bestand{END}" for n in kept}
    for name in kept:
        found = metadata[f"{name}.bestand{END}"]
        assert text(found, "bestand/naam") == PurePosixPath(name).name
        assert int(text(found, "omvang")) == len(files[name])
        assert text(found, "checksumWaarde") == hashlib.sha256(files[name]).hexdigest()


def test_each_folder_is_one_object_that_stands_in_one_place(metadata: dict[str, Any]) -> None:
    folders = {str(PurePosixPath(name).parent) for name in metadata}
    assert {f"{f}/{PurePosixPath(f).name}{END}" for f in folders} == {
        name for name in metadata if ".bestand." not in name
    }
    contained = Counter(
        element.text
        for element in metadata[f"klein/klein{END}"].xpath(
            "//m:bevatOnderdeel/m:verwijzingIdentificatie/m:identificatieKenmerk", namespaces=NS
        )
    )
    pieces = {
        text(found, "informatieobject/identificatie/identificatieKenmerk")
        for name, found in metadata.items()
        if ".bestand." not in name and name != f"klein/klein{END}"
    }
    assert contained == Counter(pieces)


def test_each_representation_is_there_and_says_whose_it_is(metadata: dict[str, Any]) -> None:
    identified = {
        text(found, "bestand/identificatie/identificatieKenmerk"): name
        for name, found in metadata.items()
        if ".bestand." in name
    }
    for name, found in metadata.items():
        for element in found.xpath(
            "//m:heeftRepresentatie/m:verwijzingIdentificatie/m:identificatieKenmerk", namespaces=NS
        ):
            file = identified.pop(element.text)
            assert PurePosixPath(file).parent == PurePosixPath(name).parent
    assert {PurePosixPath(name).parent for name in identified.values()} == {PurePosixPath("klein")}


def test_every_name_is_one_of_its_own_and_any_computer_can_keep_it(files: Files) -> None:
    names = [PurePosixPath(path).name.casefold() for path in files]
    assert len(set(names)) == len(names)
    parts = {part for path in files for part in PurePosixPath(path).parts}
    assert not [part for part in parts if FORBIDDEN.search(part) or len(part) > 255]


def test_whoever_has_unzip_and_sha256sum_can_check_it_and_the_packing_slip(
    archive: Archive, tmp_path: Path
) -> None:
    unzip = shutil.which("unzip")
    if unzip is None:
        leave_out("unzip", "apt install unzip", "its sums are judged by Python")
    (tmp_path / "klein.zip").write_bytes(archive.content)
    subprocess.run([unzip, "-q", "klein.zip"], cwd=tmp_path, check=True)
    (tmp_path / "klein.zip").unlink()
    check = ["sha256sum", "--check", "--strict", "--quiet", "sha256.txt"]
    subprocess.run(check, cwd=tmp_path, check=True)
    found = subprocess.run(["grep", "  klein/", "sha256.txt"], cwd=tmp_path, capture_output=True)
    summed = subprocess.run(["sha256sum"], input=found.stdout, capture_output=True, check=True)
    slip = etree.parse(tmp_path / "pakbon.xml")
    assert slip.findtext("hashcode") == summed.stdout.decode().split()[0]
    kept = [path for path in (tmp_path / "klein").rglob("*") if path.is_file()]
    data = [path for path in kept if not path.name.endswith(END)]
    assert slip.findtext("aantalBestanden") == str(len(kept))
    assert slip.findtext("aantalBestandenZonderMetagegevens") == str(len(data))
    assert slip.findtext("omvangBestandenZonderMetagegevens") == str(
        sum(path.stat().st_size for path in data)
    )
    folders = [path for path in (tmp_path / "klein").rglob("*") if path.is_dir()]
    assert slip.findtext("aantalInformatieobjecten") == str(len(folders) + 1)


def test_the_ontwerp_that_councils_had_is_public_and_a_mail_is_to_be_judged(
    metadata: dict[str, Any],
) -> None:
    kind = "beperkingGebruikType/begripLabel"
    [ontwerp] = [found for name, found in metadata.items()
                 if "/stuk-" in name and ".bestand." not in name]  # fmt: skip
    assert text(ontwerp, "classificatie/begripLabel") == "ontwerp"
    assert text(ontwerp, kind) == "Geen beperking"
    events = [e.text for e in ontwerp.xpath("//m:eventType/m:begripLabel", namespaces=NS)]
    assert events == ["Creatie", "Accordering", "Accordering", "Opname"]
    mails = [found for name, found in metadata.items() if "/bericht-" in name
             and ".bestand." not in name]  # fmt: skip
    assert {text(found, kind) for found in mails} == {"Nader te bepalen"}


def test_what_an_archivist_decides_later_goes_before_what_the_unit_had(register: Register) -> None:
    decided = Archiving(formed_by=("Gemeente Voorbeeld",), contact="Archief van Voorbeeld")
    with register.reading() as reader:
        files = packed_in(archive_of(reader, "klein", decided))
    assert b"<verwijzingNaam>Gemeente Voorbeeld<" in files[f"klein/klein{END}"]
    assert b"<contactpersoon>Archief van Voorbeeld<" in files["pakbon.xml"]
