# SPDX-License-Identifier: EUPL-1.2
"""The metadata of a dossier, of each of its pieces and of each file, after MDTO 1.0.1."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from gehoord.domain.eenheid.archiving import Appraisal, Archiving
from gehoord.templates.mdto.elements import OWN_LIST, MetadataFile, list_of, when
from gehoord.templates.mdto.piece import ArchivedFile, FileFormat, Happening, Identities, Piece

_PUBLIC: Final = (
    "Naar zijn aard openbaar. Kijk voor publicatie na of er persoonsgegevens in staan "
    "(Woo, art. 5.1)."
)
_NOT_PUBLIC: Final = (
    "Niet beoordeeld op openbaarheid. Beoordeel het stuk, ook op persoonsgegevens, voordat een "
    "ander het ziet (Woo, art. 5.1 en 5.2)."
)


@dataclass(frozen=True, slots=True)
class DossierMetadata:
    """Writes the metadata of one dossier.

    Attributes:
        dossier: its name; ``title`` what it is about, and ``eenheid`` whose it is.
        archiving: what is decided about its archive.
        identities: gives the identifications.
        began: the day on which it was opened; ``ended`` when the plan was adopted, if it was.
        at: the moment of the last line of its journal: when the checksums hold.
        councils: the names of those that were to be heard.
    """

    dossier: str
    title: str
    eenheid: str
    archiving: Archiving
    identities: Identities
    began: date
    ended: date | None
    at: datetime
    councils: Sequence[str]

    @property
    def formed_by(self) -> tuple[str, ...]:
        """Who formed the archive; as long as nobody said so, that it is to be decided."""
        return self.archiving.formed_by or (f"Nader te bepalen (eenheid {self.eenheid})",)

    def of_dossier(self, pieces: Iterable[Piece], own: Iterable[ArchivedFile]) -> bytes:
        """Return the metadata of the dossier.

        Args:
            pieces: everything in it.
            own: the files that are about the dossier as a whole.
        """
        file = MetadataFile("informatieobject")
        self._head(file, "", self.title, "Dossier", "beleidsplan politie")
        file.say("omschrijving", "Horen van de gemeenteraden en vaststelling (Politiewet 2012).")
        with file.within("dekkingInTijd"):
            file.term("dekkingInTijdType", "Looptijd van het dossier", OWN_LIST)
            file.say("dekkingInTijdBegindatum", when(self.began))
            if self.ended and self.ended >= self.began:
                file.say("dekkingInTijdEinddatum", when(self.ended))
        file.refer("dekkingInRuimte", f"Politie-eenheid {self.eenheid}")
        file.say("taal", "nl")
        _events(file, [Happening("Creatie", self.began)])
        self._appraised(file)
        for piece in pieces:
            file.refer("bevatOnderdeel", piece.title, self.identities.of(piece.key))
        for one in own:
            file.refer("aanvullendeMetagegevens", one.name, self._of_file("", one))
        self._tail(file, "Belanghebbende", [f"Gemeenteraad van {name}" for name in self.councils])
        _restricted(file, is_public=False)
        return file.content

    def of_piece(self, piece: Piece) -> bytes:
        """Return the metadata of one piece."""
        file = MetadataFile("informatieobject")
        self._head(file, piece.key, piece.title, "Archiefstuk", piece.kind)
        file.say("taal", "nl")
        _events(file, piece.happenings)
        self._appraised(file)
        file.refer("isOnderdeelVan", self.title, self.identities.of(""))
        for one in piece.files:
            file.refer("heeftRepresentatie", one.name, self._of_file(piece.key, one))
        self._tail(file, "Indiener", [piece.sent_in_by] if piece.sent_in_by else [])
        _restricted(file, is_public=piece.is_public)
        return file.content

    def of_file(self, one: ArchivedFile, piece: Piece | None = None) -> bytes:
        """Return the metadata of a file: of a piece, or of the dossier as a whole."""
        key, called = (piece.key, piece.title) if piece else ("", self.title)
        file = MetadataFile("bestand")
        file.identify(self._of_file(key, one))
        file.say("naam", one.name)
        file.say("omvang", str(len(one.content)))
        file.term("bestandsformaat", one.form.label, _listing(one.form), one.form.puid)
        with file.within("checksum"):
            file.term("checksumAlgoritme", "SHA-256", list_of("ChecksumAlgoritme"))
            file.say("checksumWaarde", hashlib.sha256(one.content).hexdigest())
            file.say("checksumDatum", when(self.at))
        file.refer("isRepresentatieVan", called, self.identities.of(key))
        return file.content

    def _of_file(self, key: str, one: ArchivedFile) -> str:
        return self.identities.of(f"bestand {key} {one.name}")

    def _head(self, file: MetadataFile, key: str, title: str, level: str, kind: str) -> None:
        file.identify(self.identities.of(key))
        file.say("naam", title)
        file.term("aggregatieniveau", level, list_of("Aggregatieniveaus"))
        file.term("classificatie", kind, OWN_LIST)

    def _appraised(self, file: MetadataFile) -> None:
        decided = self.archiving
        appraisal: Appraisal = decided.appraisal
        file.term("waardering", appraisal.label, list_of("Waarderingen"), str(appraisal))
        if decided.kept_years:
            with file.within("bewaartermijn"):
                file.say("termijnLooptijd", f"P{decided.kept_years}Y")
        if decided.category and decided.selection_list:
            file.term("informatiecategorie", decided.category, decided.selection_list)

    def _tail(self, file: MetadataFile, relation: str, people: Iterable[str]) -> None:
        for name in self.formed_by:
            file.refer("archiefvormer", name)
        for name in people:
            with file.within("betrokkene"):
                file.term("betrokkeneTypeRelatie", relation, list_of("Relatietypen (betrokkene)"))
                file.refer("betrokkeneActor", name)


def _listing(form: FileFormat) -> str:
    """Return by what list a form is called."""
    return "PRONOM-register" if form.puid else "IANA Media types"


def _events(file: MetadataFile, happenings: Iterable[Happening]) -> None:
    for each in happenings:
        with file.within("event"):
            file.term("eventType", each.kind, list_of("EventTypeLijst"))
            file.say("eventTijd", when(each.at))
            if each.by:
                file.refer("eventVerantwoordelijkeActor", each.by)


def _restricted(file: MetadataFile, *, is_public: bool) -> None:
    with file.within("beperkingGebruik"):
        kind = "Geen beperking" if is_public else "Nader te bepalen"
        file.term("beperkingGebruikType", kind, list_of("BeperkingGebruikTypeLijst"))
        described = _PUBLIC if is_public else _NOT_PUBLIC
        file.say("beperkingGebruikNadereBeschrijving", described)
