# SPDX-License-Identifier: EUPL-1.2
"""Do the themes still rest on what people chose, once everybody answered?"""

from collections.abc import Iterator

from gehoord.calendar.dutch import counted
from gehoord.domain.checks.case import Case
from gehoord.domain.checks.registry import Checks, Observation
from gehoord.domain.dossier.poll import Poll, PollStage, latest_poll
from gehoord.domain.dossier.poll_basis import bases_of
from gehoord.domain.finding import Severity

CHECKS = Checks()


@CHECKS.add(
    "themas-op-tussenstand",
    Severity.WARN,
    mistake=8,
    practice="S003: de thema's rustten op 71 respondenten; de definitieve telling had er 91",
    remedy="Kijk na de definitieve telling of de thema's blijven staan.",
    in_dossier="Leg de definitieve telling vast (gehoord record peiling): dan is te zien of de "
    "thema's blijven staan.",
)
def chosen_on_interim_count(case: Case) -> Iterator[Observation]:
    """The themes were chosen, and of the poll there is an interim count only."""
    poll = _newest(case)
    if poll and poll.stage is PollStage.INTERIM and case.state and case.state.themes():
        who = counted(poll.respondents, "respondent", "respondenten")
        yield (
            _steps(case),
            f"De thema's zijn gekozen, maar van de peiling is er alleen een tussenstand ({who}).",
        )


@CHECKS.add(
    "thema-ingehaald",
    Severity.WARN,
    mistake=8,
    practice="S003: na de definitieve telling bleven de vier thema's gelijk",
    remedy="Leg het thema opnieuw voor, of leg vast op welke andere grond het rust.",
    in_dossier="Leg de thema's opnieuw voor, en leg ze daarna vast (gehoord record themas).",
)
def overtaken_theme(case: Case) -> Iterator[Observation]:
    """After the final count something that no theme has got more votes than all it rests on."""
    poll, besluit = _newest(case), case.state.themes() if case.state else None
    if poll is None or besluit is None or poll.stage is not PollStage.FINAL or not poll.options:
        return
    for basis in bases_of(besluit.chosen_themes, poll):
        if not basis.stands:
            yield _steps(case), basis.in_words


def _newest(case: Case) -> Poll | None:
    if case.state is None or case.state.is_adopted:
        return None
    return latest_poll(case.state.polls)


def _steps(case: Case) -> tuple[str, ...]:
    return tuple(step.id for step in case.proposal.steps if step.chooses_themes and step.stands)
