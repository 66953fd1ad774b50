# SPDX-License-Identifier: EUPL-1.2
"""An answer that was taken back shows as withdrawn wherever it is told, and counts nowhere."""

import csv
import io
import json
import zipfile
from datetime import date

import pytest

from gehoord.domain.acts.report import Agreed, Corrected, CouncilHeard, Disposed, VersionMade
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.answer import Answer
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.stage import Stage
from gehoord.procedures.library import proposal_of
from gehoord.replay.machine import Clock, Engine, summary
from gehoord.store.register import Register
from gehoord.tasks.archive import archive_of
from gehoord.tasks.settings import Settings
from gehoord.templates.fields import correspondence
from gehoord.templates.standing.councils import lines_of
from tests.conftest import read_day
from tests.story import ADOPTED
from tests.story_in_register import StoryInRegister

SENT = read_day("Thu 2027-06-17")
SAID = read_day("Wed 2027-09-01")
WEIGHED = read_day("Mon 2027-09-06")
MISTAKEN = read_day("Wed 2027-09-08")
SAID_ANEW = read_day("Thu 2027-09-16")
LATE = read_day("Mon 2027-10-11")
OVER = read_day("Tue 2027-10-12")
VELSEN = "Ingetrokken op 8 september 2027: Dit was de raad van Zaanstad."
TEXEL = "Ingetrokken op 12 oktober 2027: Dit was een andere raad."


class Dossier(StoryInRegister):
    """Noord-Holland, with what councils say and what is taken back of it."""

    def says(self, council: str, on: date, answer: Answer, text: str) -> None:
        self.does(CouncilHeard(on=on, municipality=council, answer=answer, text=text))

    def weighs(self, council: str, on: date, disposition: str) -> None:
        self.does(Disposed(on=on, sender=council, disposition=disposition))

    def takes_back(self, council: str, on: date, reason: str) -> None:
        self.does(Corrected(on=on, step="horen", owner=council, reason=reason))

    def asks(self, on: date) -> None:
        self.does(VersionMade(on=on, step="ontwerp"))
        self.does(Agreed(on=on, client="regioburgemeester"))
        self.does(Agreed(on=on, client="hoofdofficier"))
        self.starts(Stage.HEARING, on)

    def told(self, code: str, on: date = ADOPTED) -> list[str]:
        found = findings(Case.of_dossier(self.state, on))
        return [f.text for f in found if f.code == code]

    def answer_of(self, council: str) -> str:
        [row] = [row for row in lines_of(self.state) if row["Gemeente"] == council]
        return row["Antwoord"]

    def files(self) -> dict[str, str]:
        with self.register.reading() as reader:
            archive = archive_of(reader, "klein")
        assert archive.faults == ()
        with zipfile.ZipFile(io.BytesIO(archive.content)) as packed:
            return {
                name.removeprefix("klein/"): packed.read(name).decode("utf-8-sig")
                for name in packed.namelist()
            }

    def row_of(self, council: str) -> dict[str, str]:
        text = self.files()["raden.csv"]
        rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=";")
        return {row["Gemeente"]: row for row in rows}[council]


@pytest.fixture
def dossier(register: Register) -> Dossier:
    """Velsen and Texel said something, late or not, that was weighed and then taken back."""
    found = Dossier(register)
    found.opens(proposal_of("noord-holland/imv-2028-2031"))
    found.asks(SENT)
    found.says("Velsen", SAID, Answer.ZIENSWIJZE, "Meer wijkagenten in de wijk.")
    found.weighs("Velsen", WEIGHED, "Overgenomen in hoofdstuk 3.")
    found.takes_back("Velsen", MISTAKEN, "Dit was de raad van Zaanstad.")
    found.says("Texel", LATE, Answer.POINTS, "Meer aandacht voor de veerboot.")
    found.weighs("Texel", LATE, "Overgenomen in hoofdstuk 4.")
    found.takes_back("Texel", OVER, "Dit was een andere raad.")
    return found


@pytest.fixture
def anew(dossier: Dossier) -> Dossier:
    """Velsen has answered for itself since; nothing is done with that yet."""
    dossier.says("Velsen", SAID_ANEW, Answer.POSITIVE_ZIENSWIJZE, "De raad is positief.")
    return dossier


def test_the_overview_shows_it_as_withdrawn_and_never_as_weighed(anew: Dossier) -> None:
    overview = anew.files()["overzicht.html"]
    assert f"<strong>{VELSEN}</strong>" in overview
    assert f"<strong>{TEXEL}</strong>" in overview
    assert "Meer wijkagenten in de wijk." in overview
    assert "Overgenomen" not in overview
    assert overview.count("<strong>Verwerking:</strong> nog niet vastgelegd.") == 1


def test_the_spreadsheet_shows_it_as_withdrawn_and_never_as_weighed(anew: Dossier) -> None:
    velsen, texel = anew.row_of("Velsen"), anew.row_of("Texel")
    assert velsen["Zienswijze"] == f"{VELSEN}\nMeer wijkagenten in de wijk.\n\nDe raad is positief."
    assert texel["Zienswijze"] == f"{TEXEL}\nMeer aandacht voor de veerboot."
    assert (velsen["Verwerking"], texel["Verwerking"]) == ("", "")
    assert (velsen["Antwoord"], texel["Antwoord"]) == ("positieve zienswijze", "")


def test_the_table_of_councils_shows_it_before_what_was_said_since(dossier: Dossier) -> None:
    assert dossier.answer_of("Velsen") == VELSEN.removesuffix(".")
    dossier.says("Velsen", SAID_ANEW, Answer.POSITIVE_ZIENSWIJZE, "De raad is positief.")
    assert dossier.answer_of("Velsen") == f"{VELSEN} Daarna: positieve zienswijze"
    assert dossier.answer_of("Haarlem") == ""


def test_what_programs_read_has_the_day_and_the_reason(anew: Dossier) -> None:
    kept = json.loads(anew.files()["dossier.json"])["zienswijzen"]
    withdrawn = {z["name"]: z for z in kept if z["withdrawn_on"]}
    assert set(withdrawn) == {"Velsen", "Texel"}
    assert withdrawn["Velsen"]["withdrawn_on"] == "2027-09-08"
    assert withdrawn["Velsen"]["withdrawn_because"] == "Dit was de raad van Zaanstad."


def test_late_and_withdrawn_is_not_called_weighed_or_put_away(dossier: Dossier) -> None:
    assert dossier.told("te-laat-aangenomen") == []
    assert dossier.told("zienswijze-zonder-antwoord") == []
    dossier.says("Texel", OVER, Answer.POINTS, "Meer aandacht voor de haven.")
    assert dossier.told("zienswijze-zonder-antwoord") == [
        "Van 1 zienswijze is niet vastgelegd wat ermee is gedaan: Texel (te laat)."
    ]
    dossier.weighs("Texel", OVER, "Overgenomen in hoofdstuk 4.")
    assert dossier.told("te-laat-aangenomen") == ["Te laat en toch verwerkt: Texel."]


def test_only_what_counts_waits_to_be_weighed(dossier: Dossier) -> None:
    assert dossier.told("zienswijze-zonder-antwoord") == []
    with pytest.raises(RefusedError, match="Van 'Velsen' is geen reactie of zienswijze die nog"):
        dossier.weighs("Velsen", OVER, "Niet overgenomen.")
    dossier.says("Velsen", SAID_ANEW, Answer.POSITIVE_ZIENSWIJZE, "De raad is positief.")
    assert dossier.told("zienswijze-zonder-antwoord") == [
        "Van 1 zienswijze is niet vastgelegd wat ermee is gedaan: Velsen."
    ]
    dossier.weighs("Velsen", OVER, "Voor kennisgeving aangenomen.")
    assert dossier.told("zienswijze-zonder-antwoord") == []


def test_letters_and_counts_leave_it_out(anew: Dossier) -> None:
    said = correspondence(anew.state, OVER)
    assert (said.heard, said.undisposed) == (1, 1)
    engine = Engine(anew.register, Clock(OVER), Settings())
    found = summary(engine, "klein")
    assert (found.heard, found.zienswijzen) == (1, 1)


def test_what_was_said_in_an_earlier_round_is_not_taken_back_with_it(anew: Dossier) -> None:
    anew.weighs("Velsen", OVER, "Overgenomen in hoofdstuk 5.")
    anew.does(VersionMade(on=OVER, step="ontwerp"))
    anew.does(Agreed(on=OVER, client="regioburgemeester"))
    anew.does(Agreed(on=OVER, client="hoofdofficier"))
    anew.moves("horen", read_day("Mon 2027-10-25"), OVER)
    anew.starts(Stage.HEARING, OVER)
    anew.says("Velsen", read_day("Wed 2027-10-13"), Answer.ZIENSWIJZE, "De raad wil toch meer.")
    anew.takes_back("Velsen", read_day("Thu 2027-10-14"), "Dit was een commissie.")
    said = anew.state.zienswijzen.where(name="Velsen")
    assert [(z.text, z.counts) for z in said] == [
        ("Meer wijkagenten in de wijk.", False),
        ("De raad is positief.", True),
        ("De raad wil toch meer.", False),
    ]
    assert anew.row_of("Velsen")["Verwerking"] == "Overgenomen in hoofdstuk 5."
