# SPDX-License-Identifier: EUPL-1.2
"""MDTO 1.0.1: what the schema of the Nationaal Archief says of what an archive says of itself.

Politiewet 2012, art. 38b and 39 prescribe no archive; the Archiefwet asks that it can be found,
read and trusted for as long as it is kept.
"""

import hashlib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

import pytest
from lxml import etree

from gehoord.domain.eenheid.archiving import Appraisal, Archiving
from gehoord.templates.mdto.metadata import DossierMetadata
from gehoord.templates.mdto.piece import ArchivedFile, FileFormat, Happening, Identities, Piece

XSD: Final = Path(__file__).parent / "xsd" / "MDTO-XML1.0.1.xsd"
SCHEMA: Final[Any] = etree.XMLSchema(etree.parse(XSD))
NS: Final = {"m": "https://www.nationaalarchief.nl/mdto"}

TEXT = ArchivedFile("zienswijze.txt", b"Akkoord.", FileFormat("Plain Text File", "x-fmt/111"))
PIECE = Piece(
    key="stuk 1",
    folder="stuk-zienswijze",
    title="Zienswijze: <raad> & meer\x00\uffff",
    kind="zienswijze",
    files=(TEXT,),
    happenings=(
        Happening("Ontvangst", date(2027, 9, 16)),
        Happening("Opname", datetime(2027, 9, 17, 6, 5, tzinfo=UTC), "griffie"),
    ),
    sent_in_by="Gemeenteraad van Hoorn",
    is_public=True,
)
DECIDED = Archiving(
    formed_by=("Gemeente Voorbeeld", "Eenheid Voorbeeld"),
    appraisal=Appraisal.DESTROYED,
    selection_list="Selectielijst Voorbeeld",
    category="1.1",
    kept_years=20,
)


def about(archiving: Archiving | None = None, register: str = "een") -> DossierMetadata:
    return DossierMetadata(
        dossier="klein",
        title="Beleidsplan 2028-2031",
        eenheid="Klein",
        archiving=archiving or Archiving(),
        identities=Identities(register, "klein"),
        began=date(2026, 11, 30),
        ended=date(2027, 11, 4),
        at=datetime(2028, 1, 4, 6, tzinfo=UTC),
        councils=["Haarlem", "Hoorn"],
    )


def valid(content: bytes) -> Any:
    """Return what was read, once the schema agrees with it."""
    found = etree.fromstring(content)
    SCHEMA.assertValid(found)
    return found


def said(found: Any, path: str) -> list[str]:
    return [
        element.text for element in found.xpath(f"//m:{path.replace('/', '/m:')}", namespaces=NS)
    ]


@pytest.mark.parametrize("archiving", [Archiving(), DECIDED])
def test_dossier_piece_and_file_are_valid_and_name_each_other(archiving: Archiving) -> None:
    it = about(archiving)
    dossier, piece = valid(it.of_dossier([PIECE], [TEXT])), valid(it.of_piece(PIECE))
    file, own = valid(it.of_file(TEXT, PIECE)), valid(it.of_file(TEXT))
    [of_dossier], [of_piece] = (said(x, "informatieobject/identificatie/identificatieKenmerk")
                                for x in (dossier, piece))  # fmt: skip
    [of_file], [of_own] = (said(x, "bestand/identificatie/identificatieKenmerk")
                           for x in (file, own))  # fmt: skip
    assert len({of_dossier, of_piece, of_file, of_own}) == 4
    named = "verwijzingIdentificatie/identificatieKenmerk"
    assert said(dossier, f"bevatOnderdeel/{named}") == [of_piece]
    assert said(dossier, f"aanvullendeMetagegevens/{named}") == [of_own]
    assert said(piece, f"isOnderdeelVan/{named}") == [of_dossier]
    assert said(piece, f"heeftRepresentatie/{named}") == [of_file]
    assert said(file, f"isRepresentatieVan/{named}") == [of_piece]
    assert said(own, f"isRepresentatieVan/{named}") == [of_dossier]


def test_the_schema_is_strict_enough_to_refuse_what_lacks_something() -> None:
    without = about().of_piece(PIECE).replace(b"archiefvormer", b"maker")
    assert not SCHEMA.validate(etree.fromstring(without))


def test_nothing_is_decided_that_nobody_decided() -> None:
    piece = valid(about().of_piece(PIECE))
    assert said(piece, "waardering/begripCode") == ["N"]
    assert said(piece, "archiefvormer/verwijzingNaam") == ["Nader te bepalen (eenheid Klein)"]
    assert not piece.xpath("//m:bewaartermijn | //m:informatiecategorie", namespaces=NS)


def test_what_the_archivist_decided_stands_in_each_object() -> None:
    for content in (about(DECIDED).of_piece(PIECE), about(DECIDED).of_dossier([PIECE], [])):
        found = valid(content)
        assert said(found, "waardering/begripLabel") == ["Tijdelijk te bewaren"]
        assert said(found, "bewaartermijn/termijnLooptijd") == ["P20Y"]
        assert said(found, "informatiecategorie/begripLabel") == ["1.1"]
        assert said(found, "archiefvormer/verwijzingNaam") == list(DECIDED.formed_by)


def test_a_file_is_told_by_its_bytes_and_the_algorithm_by_the_name_of_the_list() -> None:
    file = valid(about().of_file(TEXT, PIECE))
    assert said(file, "omvang") == ["8"]
    assert said(file, "checksumAlgoritme/begripLabel") == ["SHA-256"]
    assert said(file, "checksumWaarde") == [hashlib.sha256(b"Akkoord.").hexdigest()]
    assert said(file, "checksumDatum") == ["2028-01-04T07:00:00+01:00"]


def test_a_form_is_called_as_pronom_has_it_and_what_pronom_cannot_tell_as_iana_has_it() -> None:
    old = ArchivedFile("oud.doc", b"", FileFormat("application/msword"))
    file, unsure = valid(about().of_file(TEXT, PIECE)), valid(about().of_file(old, PIECE))
    listed = "bestandsformaat/begripBegrippenlijst/verwijzingNaam"
    assert said(file, "bestandsformaat/begripLabel") == ["Plain Text File"]
    assert said(file, "bestandsformaat/begripCode") == ["x-fmt/111"]
    assert said(file, listed) == ["PRONOM-register"]
    assert said(unsure, "bestandsformaat/begripLabel") == ["application/msword"]
    assert said(unsure, "bestandsformaat/begripCode") == []
    assert said(unsure, listed) == ["IANA Media types"]


def test_only_what_is_public_by_nature_is_free_to_be_used() -> None:
    kind = "beperkingGebruik/beperkingGebruikType/begripLabel"
    drawn = Piece("stuk 2", "stuk-concept", "Concept", "versie", (TEXT,))
    assert said(valid(about().of_piece(PIECE)), kind) == ["Geen beperking"]
    assert said(valid(about().of_piece(drawn)), kind) == ["Nader te bepalen"]
    assert said(valid(about().of_dossier([PIECE], [])), kind) == ["Nader te bepalen"]


def test_what_befell_a_piece_is_told_in_the_words_of_the_list() -> None:
    piece = valid(about().of_piece(PIECE))
    assert said(piece, "event/eventType/begripLabel") == ["Ontvangst", "Opname"]
    assert said(piece, "event/eventTijd") == ["2027-09-16", "2027-09-17T08:05:00+02:00"]
    assert said(piece, "event/eventVerantwoordelijkeActor/verwijzingNaam") == ["griffie"]
    assert said(piece, "betrokkene/betrokkeneActor/verwijzingNaam") == ["Gemeenteraad van Hoorn"]


def test_the_same_piece_has_the_same_identification_and_no_other_register_has_it() -> None:
    assert about().of_piece(PIECE) == about().of_piece(PIECE)
    assert Identities("een", "klein").of("stuk 1") != Identities("twee", "klein").of("stuk 1")
    assert Identities("een", "klein").of("stuk 1") != Identities("een", "groot").of("stuk 1")
