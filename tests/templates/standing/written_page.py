# SPDX-License-Identifier: EUPL-1.2
"""The Stand van zaken that the tests read: `klein`, asked in June and not answered in October.

After a change of wording that is meant: ``python -m tests.templates.standing.written_page`` writes
the golden file anew, and the difference is read.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from gehoord.domain.acts.form import KINDS_WITH_FORM
from gehoord.domain.checks.case import Case
from gehoord.domain.dossier.mailed import Mailed
from gehoord.domain.dossier.message import MessageKind, MessageState
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.standing import LastDone, StateOfAffairs
from gehoord.domain.proposal.stage import Stage
from gehoord.templates.links import Links, standing_key
from gehoord.templates.standing.page import Page, page
from tests.conftest import read_day
from tests.domain.acts.story_in_memory import StoryInMemory
from tests.story import Small, heard

GOLDEN = Path(__file__).parent / "stand-van-zaken.md"
ON = read_day("Wed 2027-10-20")
DUE = read_day("Thu 2027-10-07")
OUTBOX = Path("var/outbox")
NAMES = [stage.numbered for stage in Stage] + [f"melden-{kind}" for kind in KINDS_WITH_FORM]
LINKS = Links(
    "http://127.0.0.1:4200",
    {name: name for name in NAMES},
    {standing_key("klein"): "7f"},
)


def reminder(owner: str, made_on: date, due_on: date = DUE) -> Mailed:
    return mailed(owner, made_on, due_on=due_on, state=MessageState.SENT)


def mailed(owner: str, made_on: date, **changes: object) -> Mailed:
    """A reminder of the hearing to a griffie."""
    mail = Mailed(
        id=f"klein/horen/{owner}|{made_on}",
        dossier="klein",
        kind=MessageKind.REMINDER,
        state=MessageState.WAITING,
        recipient=owner,
        step="horen",
        owner=owner,
        municipality=owner,
        rung="1 dagen na",
        due_on=DUE,
        facts=(),
        created_on=made_on,
        address="griffie@voorbeeld.example",
        subject="Beleidsplan 2028-2031, herinnering",
        failing_since=None,
        next_attempt_at=None,
        failure="",
    )
    return mail._replace(**changes)  # type: ignore[arg-type]


def affairs(
    state: State, on: date, mail: Iterable[Mailed] = (), lately: Iterable[LastDone] = ()
) -> StateOfAffairs:
    return StateOfAffairs(Case.of_dossier(state, on), on, state, tuple(mail), tuple(lately))


def asked(small: Small) -> State:
    """Haarlem was heard; Hoorn and Texel are late."""
    story = StoryInMemory()
    story.tell(small, "asked")
    story.does(heard("Haarlem"))
    return story.state


def in_october(small: Small) -> StateOfAffairs:
    state = asked(small)
    hoorn, texel = (state.municipality(name).code for name in ("Hoorn", "Texel"))
    failing = datetime(2027, 10, 15, 7, tzinfo=UTC)
    mail = [
        reminder(hoorn, read_day("Thu 2027-09-23")),
        reminder(hoorn, read_day("Fri 2027-10-08")),
        reminder(hoorn, read_day("Mon 2027-08-30"), due_on=read_day("Thu 2027-09-30")),
        mailed(
            texel,
            read_day("Fri 2027-10-15"),
            state=MessageState.UNREACHABLE,
            failing_since=failing,
            failure="550 onbekend <adres>",
        ),
    ]
    lately = [
        LastDone(read_day("Fri 2027-10-15"), "Gehoord", "wacht", "herinnering verstuurd aan Texel"),
        LastDone(read_day("Thu 2027-09-16"), "adviseur", "gehoord", "Haarlem | [klik](http://k)"),
    ]
    return affairs(state, ON, mail, lately)


def made(small: Small) -> Page:
    return page(in_october(small), LINKS, OUTBOX)


def as_file(small: Small) -> str:
    """Return the page as the golden file has it: its essence, a line, and the whole."""
    whole = made(small)
    return f"{whole.essence}\n\n---\n\n{whole.text}"


if __name__ == "__main__":
    from gehoord.domain.eenheid.eenheid import Eenheid
    from gehoord.domain.frozen import read_toml
    from gehoord.domain.proposal.proposal import Proposal
    from tests.conftest import HERE

    proposal = (HERE / "klein.toml").read_text()
    eenheid = read_toml(Eenheid, (HERE / "klein-eenheid.toml").read_bytes(), "eenheid")
    written = read_toml(Proposal, proposal.encode(), "klein"), eenheid, proposal
    GOLDEN.write_text(as_file(written), encoding="utf-8")
