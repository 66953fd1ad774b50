# SPDX-License-Identifier: EUPL-1.2
"""Two dossiers for the forms: one that goes on now, and one of a plan that is long in force."""

from dataclasses import dataclass
from datetime import date, timedelta

from gehoord.domain.acts.report import (
    CLIENTS_THAT_AGREE,
    Agreed,
    ReasonGiven,
    Report,
    StepDone,
    ThemesChosen,
    VersionMade,
)
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.frozen import read_toml
from gehoord.domain.proposal.proposal import Proposal
from gehoord.domain.proposal.step import Part
from gehoord.flows.hearing import hear
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.store.register import Register
from tests.conftest import HERE
from tests.story import heard
from tests.tables_of_strength import SMALL, read
from tests.tables_of_strength import reported as strength

NOW, OLDER = "-nu", "-ouder"
NEW, NEW_CODE = "Nieuwstad", "GM9999"
WEEKS_AHEAD = 15
_MEETING = """
[[stap]]
id = "voortgang"
titel = "voortgang bespreken"
fase = "ontwerpen"
soort = "mijlpaal"
actiehouder = "opdrachtgevers"
wanneer = "24 weken voor vaststelling"

[[stap]]
id = "eerste-keuze"
titel = "kiezen uit de kandidaten"
fase = "themas"
soort = "vergadering"
actiehouder = "rbop"
kiest = 2
wanneer = "35 weken voor vaststelling"
"""


@dataclass(frozen=True)
class Days:
    """The days of the plan that is in force, as they lie before today."""

    today: date

    @property
    def year(self) -> int:
        """The first year of the plan: it is over, so it has a jaarverslag."""
        return self.today.year - 1

    @property
    def adopted(self) -> date:
        """A Thursday in the autumn before."""
        first = date(self.year - 1, 11, 1)
        return first + timedelta(days=(3 - first.weekday()) % 7)

    @property
    def announced(self) -> date:
        """A week later."""
        return self.adopted + timedelta(weeks=1)

    @property
    def after_hearing(self) -> date:
        """A day after the last one on which a council could answer."""
        return self.adopted - timedelta(weeks=3)


PROVISIONAL = ReasonGiven(
    on=date(2027, 1, 1),
    code="deel-voorlopig-bij-vaststelling",
    ground="de definitieve verdeling volgt met een eigen besluit",
    by="regioburgemeester",
)


def open_both(register: Register, prefix: str, today: date) -> None:
    """Open both; the older one has come to its last week, but for a council that kept silent."""
    adoption = today + timedelta(weeks=WEEKS_AHEAD)
    _open(register, f"{prefix}{NOW}", adoption, today, today.year + 1)
    _open_older(register, f"{prefix}{OLDER}", Days(today))


def _open_older(register: Register, name: str, days: Days) -> None:
    def before(weeks: int) -> date:
        return days.adopted - timedelta(weeks=weeks)

    def reported(report: Report) -> None:
        record(register, name, report, report.on)

    _open(register, name, days.adopted, before(45), days.year)
    reported(ThemesChosen(on=before(34), themes=("Ondermijning", "Jeugd")))
    without = (Part.STRENGTH, Part.WIJKAGENTEN)
    reported(VersionMade(on=before(22), step="ontwerp", contains=without))
    for client in CLIENTS_THAT_AGREE:
        reported(Agreed(on=before(21), client=client))
    hear(register, name, before(20))
    for council in ("Haarlem", "Hoorn"):
        reported(heard(council, before(6)))
    reported(StepDone(on=before(2), step="verwerking"))
    for weeks, stands in ((3, "voorlopig"), (2, "definitief")):
        reported(strength(read(SMALL), before(weeks), stands))
    reported(VersionMade(on=before(1), step="definitief", strength=1))
    reported(PROVISIONAL.model_copy(update={"on": before(1)}))


def _open(register: Register, name: str, adoption: date, on: date, first_year: int) -> None:
    text = (HERE / "klein.toml").read_text()
    for old, new in {
        "donderdag 4 november 2027": adoption.isoformat(),
        "peildatum = 2027-01-01": f"peildatum = {on.isoformat()}",
        "opgesteld_op = 2026-11-22": f"opgesteld_op = {on.isoformat()}",
        "2028-01-01": f"{first_year}-01-01",
        "2031-12-31": f"{first_year + 3}-12-31",
        "2028-2031": f"{first_year}-{first_year + 3}",
        "van 2028 tot en met 2031": f"van {first_year} tot en met {first_year + 3}",
        "vorige_vaststelling = 2023-11-09": f"vorige_vaststelling = {first_year - 5}-11-09",
    }.items():
        text = text.replace(old, new)
    text += _MEETING
    eenheid = read_toml(Eenheid, (HERE / "klein-eenheid.toml").read_bytes(), "eenheid")
    open_dossier(register, name, read_toml(Proposal, text.encode(), name), eenheid, text, on)
