# SPDX-License-Identifier: EUPL-1.2
"""The jaarverslag over one year: adopted, sent to minister and korpschef, accounted for.

Law: Politiewet 2012, art. 39 lid 1 to 4 and art. 38d.
"""

from datetime import date, timedelta
from typing import Final

from gehoord.calendar.dutch import day_in_words
from gehoord.calendar.reading_day import reading_day
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.adopters import adopted_by, adopters, refuse_unless_adopted_by_right
from gehoord.domain.acts.announcement import account
from gehoord.domain.acts.difference import nothing_to_decide, refuse_undecided, set_aside
from gehoord.domain.acts.next_steps import coming
from gehoord.domain.acts.report import JaarverslagAdopted
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.added_steps import Written
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.filed import as_filed
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import free_key
from gehoord.domain.eenheid.eenheid import ADVISER, KORPSCHEF, MINISTER
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.jaarverslag import named_years
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Letter, StepKind
from gehoord.law.politiewet import ADOPT, BASES, SEND_OUT

_TO_SEND_OUT: Final = timedelta(weeks=1)
"""A proposal: no statute sets a term for the sending."""


@decide.register
def jaarverslag_adopted(report: JaarverslagAdopted, state: State) -> Act:
    """Keep the besluit by which a jaarverslag was adopted; it is then to be sent (lid 4)."""
    _refuse_year(report, state)
    refuse_unless_adopted_by_right(report, state.eenheid, state.municipalities)
    if report.basis == "39-3":
        refuse_undecided(state, report.on, report.year)
    besluit = Besluit(
        id=free_key(state.besluiten, f"{state.id}/jaarverslag/{report.year}"),
        dossier=state.id,
        kind=BesluitKind.JAARVERSLAG,
        by=adopted_by(report),
        taken_on=report.on,
        basis=report.basis,
        text=report.note,
        adopters=adopters(report, state.municipalities),
        **as_filed(report.document),
        year=report.year,
    )
    changes = (
        Changes(documents=(report.document,) if report.document else ())
        + Changes.adding(besluit)
        + Changes.replacing((a, a.done(report.on)) for a in owed_for(state, report.year))
        + nothing_to_decide(state, report.on, report.year)
    )
    changes += coming(state.after(changes), _owed_next(report), report.on)
    return Act(
        f"Het jaarverslag over {report.year} is vastgesteld op grond van {BASES[report.basis]}."
        f"{set_aside(state, report.year)} "
        "Start de fase 'verantwoording'; dan gaat het naar de minister en de korpschef.",
        changes,
    )


def _refuse_year(report: JaarverslagAdopted, state: State) -> None:
    """Refuse a year that has no jaarverslag in this dossier, or none yet."""
    beleidsplan = state.as_opened.beleidsplan
    if not state.is_adopted:
        raise RefusedError("Het beleidsplan is nog niet vastgesteld.", ADOPT)
    if not beleidsplan.start.year <= report.year <= beleidsplan.end.year:
        raise RefusedError(
            f"Dit plan geldt van {day_in_words(beleidsplan.start)} tot en met "
            f"{day_in_words(beleidsplan.end)}; een jaarverslag over {report.year} hoort er niet "
            "bij.",
            ADOPT,
        )
    if report.on <= date(report.year, 12, 31):
        raise RefusedError(
            f"Op {day_in_words(report.on)} is het jaar {report.year} nog niet voorbij. Verbeter de "
            "dag of het jaar."
        )
    if earlier := state.jaarverslag(report.year):
        raise RefusedError(
            f"Het jaarverslag over {report.year} is al vastgesteld op "
            f"{day_in_words(earlier.taken_on)}."
        )


def owed_for(state: State, year: int, how: ActionState = ActionState.OPEN) -> list[Action]:
    """Return the actions of the jaarverslag over a year: those still owed, or otherwise ended."""
    steps = [s for s in state.as_opened.steps if s.is_jaarverslag and s.kind is StepKind.DECISION]
    return [
        action
        for step in steps
        for action in state.actions.where(step=step.id, state=how)
        if action.id.endswith(f"/{year}") or named_years(step) == (year,)
    ]


def follow_up(year: int) -> list[str]:
    """Return the steps that may have come with the jaarverslag over a year."""
    of = f"jaarverslag-{year}"
    sent = [_send_out_id(of, to) for to in (MINISTER, KORPSCHEF)]
    return [*sent, _account_of(year)]


def _send_out_id(of: str, to: str) -> str:
    return f"toezending-{of}-{to}"


def _owed_next(report: JaarverslagAdopted) -> list[Written]:
    """Return what follows: the send-out, and under lid 2 the account to the burgemeesters."""
    of = f"jaarverslag-{report.year}"
    steps = [_send_out(report, of, to) for to in (MINISTER, KORPSCHEF)]
    if report.basis != "39-2":
        return steps
    of_what = f" van het jaarverslag over {report.year}"
    return [*steps, account(_account_of(report.year), of_what, report.on, [])]


def _account_of(year: int) -> str:
    return f"verantwoording-jaarverslag-{year}"


def _send_out(report: JaarverslagAdopted, of: str, to: str) -> Written:
    return {
        "id": _send_out_id(of, to),
        "titel": f"jaarverslag over {report.year} aan de {to} sturen",
        "fase": Stage.ACCOUNT.value,
        "soort": StepKind.NOTICE.value,
        "actiehouder": ADVISER,
        "brief": Letter.JAARVERSLAG.value,
        "aan": to,
        "jaar": report.year,
        "wanneer": reading_day(report.on + _TO_SEND_OUT).isoformat(),
        "dag_is_voorstel": True,
        "toelichting": f"{SEND_OUT}. De wet noemt geen termijn; een week is een voorstel.",
    }
