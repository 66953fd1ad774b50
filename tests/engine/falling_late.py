# SPDX-License-Identifier: EUPL-1.2
"""A procedure of 32 councils of which the last day passed three days ago: 38 cards are late."""

from datetime import date, timedelta
from pathlib import Path

from gehoord.domain.acts.report import (
    CLIENTS_THAT_AGREE,
    Agreed,
    Report,
    StepDone,
    ThemesChosen,
    VersionMade,
)
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.frozen import read_toml
from gehoord.domain.proposal.proposal import Proposal
from gehoord.flows.hearing import hear
from gehoord.flows.opening import open_dossier
from gehoord.flows.record import record
from gehoord.flows.watch import look
from gehoord.procedures.library import eenheid_named
from gehoord.store.register import Register
from gehoord.tasks.mail import deliver
from gehoord.tasks.settings import Settings
from tests.conftest import HERE

DAYS_LATE = 3
COUNCILS, OTHERS, OLD = 32, 4, 2
LATE = COUNCILS + OTHERS + OLD
_ADOPTION = "donderdag 4 november 2027"
_MEETINGS = """
[[stap]]
id = "voortgang-{number}"
titel = "voortgang bespreken, keer {number}"
fase = "horen"
soort = "mijlpaal"
actiehouder = "opdrachtgevers"
wanneer = "{days} dagen voor vaststelling"
"""


def open_late(register: Register, home: Path, name: str, today: date) -> None:
    """Open the dossier and let everything happen as it was planned, but for what is late."""
    adoption = today + timedelta(weeks=4, days=-DAYS_LATE)
    text = (HERE / "klein.toml").read_text().replace(_ADOPTION, adoption.isoformat())
    text = text.replace('eenheid = "klein"', 'eenheid = "noord-holland"')
    text = text.replace("peildatum = 2027-01-01", f"peildatum = {today.isoformat()}")
    text += "".join(_MEETINGS.format(number=n, days=31 - n) for n in (1, 2))
    proposal = read_toml(Proposal, text.encode(), name)

    def before(weeks: int) -> date:
        return adoption - timedelta(weeks=weeks)

    open_dossier(register, name, proposal, _with_mailboxes(), text, before(45))
    _record(register, name, StepDone(on=before(40), step="reservering"))
    _record(register, name, StepDone(on=before(44), step="procesbrief"))
    _record(register, name, ThemesChosen(on=before(34), themes=("Ondermijning", "Jeugd")))
    _record(register, name, StepDone(on=before(32), step="themabrief"))
    _record(register, name, VersionMade(on=before(30), step="concept-70"))
    _record(register, name, VersionMade(on=before(22), step="ontwerp"))
    for client in CLIENTS_THAT_AGREE:
        _record(register, name, Agreed(on=before(21), client=client))
    hear(register, name, before(20))
    mail = Settings(home=home, mail_mode="proef")
    for on in (before(10), before(6), *(today - timedelta(days=n) for n in range(8, -1, -1))):
        look(register, name, on)
        deliver(register, mail)


def _record(register: Register, name: str, report: Report) -> None:
    record(register, name, report, report.on)


def _with_mailboxes() -> Eenheid:
    eenheid = eenheid_named("noord-holland")
    reached = tuple(
        one.model_copy(update={"griffie_address": f"griffie@{one.code.lower()}.example"})
        for one in eenheid.municipalities
    )
    return eenheid.model_copy(update={"municipalities": reached})
