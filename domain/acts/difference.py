# SPDX-License-Identifier: EUPL-1.2
"""Lid 3: the difference between regioburgemeester and hoofdofficier, which the minister decides.

The minister adopts neither plan nor jaarverslag: he decides the difference, and the
regioburgemeester brings the text into line with that.
"""

from datetime import date

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.next_steps import coming, done_with
from gehoord.domain.acts.report import DifferenceDecided, DifferencePut
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.added_steps import Written
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.filed import as_filed
from gehoord.domain.dossier.reason import refuse_without_ground
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import free_key
from gehoord.domain.eenheid.eenheid import MINISTER, REGIOBURGEMEESTER
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import StepKind
from gehoord.law.politiewet import DECIDE_DIFFERENCE

_TO_DECIDE = "beslissing-verschil"
_TO_BRING_INTO_LINE = "versie-na-beslissing"


@decide.register
def difference_put(report: DifferencePut, state: State) -> Act:
    """Keep that the regioburgemeester put the difference to the minister in writing.

    Law: Politiewet 2012, art. 39 lid 3.
    """
    refuse_without_ground(report.text, "waarover regioburgemeester en hoofdofficier verschillen")
    _refuse_adopted(state, report.year)
    if _open(state, report.year):
        raise RefusedError(
            f"Het verschil over {_subject(report.year)} ligt al bij de minister. Leg zijn "
            "beslissing vast als 'beslissing-verschil'."
        )
    number = 1 + len(state.besluiten.where(kind=BesluitKind.DIFFERENCE))
    besluit = Besluit(
        id=f"{state.id}/verschil/{number}",
        dossier=state.id,
        kind=BesluitKind.DIFFERENCE,
        by=REGIOBURGEMEESTER,
        taken_on=report.on,
        basis="39-3",
        text=report.text,
        year=report.year,
        **as_filed(report.document),
    )
    kept = Changes(documents=(report.document,) if report.document else ())
    return Act(
        f"Vastgelegd: het verschil over {_subject(report.year)} ligt schriftelijk bij de minister. "
        "Hij beslist over dat verschil.",
        kept + Changes.adding(besluit) + coming(state, [_decision(report.year)], report.on),
    )


@decide.register
def difference_decided(report: DifferenceDecided, state: State) -> Act:
    """Keep what the minister decided on the difference; a version in line with it follows.

    Law: Politiewet 2012, art. 39 lid 3.
    """
    refuse_without_ground(report.text, "wat de minister heeft beslist")
    _refuse_adopted(state, report.year)
    put = _lying_there(state, report.year)
    if report.on < put.taken_on:
        raise RefusedError(
            f"Op {day_in_words(report.on)} lag het verschil nog niet bij de minister. Verbeter de "
            "dag."
        )
    besluit = Besluit(
        id=free_key(state.besluiten, f"{put.id}/beslissing"),
        dossier=state.id,
        kind=BesluitKind.DIFFERENCE_DECIDED,
        by=MINISTER,
        taken_on=report.on,
        basis="39-3",
        text=report.text,
        year=report.year,
        **as_filed(report.document),
    )
    changes = Changes(documents=(report.document,) if report.document else ())
    changes += Changes.adding(besluit) + done_with(state, [_step_of(report.year)], report.on)
    if report.year is None:
        changes += coming(state.after(changes), [_version(state)], report.on)
        follows = (
            f"leg die versie vast bij stap '{_TO_BRING_INTO_LINE}', en daarna de vaststelling met "
            "grondslag 39-3"
        )
    else:
        follows = "leg daarna de vaststelling vast als 'jaarverslag', met grondslag 39-3"
    return Act(
        f"De minister heeft over het verschil beslist. De regioburgemeester brengt "
        f"{_subject(report.year)} daarmee in overeenstemming; {follows}.",
        changes,
    )


def refuse_undecided(state: State, on: date, year: int | None = None) -> None:
    """Refuse an adoption under lid 3 without the minister's decision and a text in line with it.

    Args:
        state: the dossier.
        on: the day of adoption.
        year: of a jaarverslag; without it the beleidsplan is meant.

    Law: Politiewet 2012, art. 39 lid 3.
    """
    decided = _newest(state, BesluitKind.DIFFERENCE_DECIDED, year)
    if decided is None or decided.taken_on > on or _open(state, year):
        raise RefusedError(
            f"Op {day_in_words(on)} had de minister nog geen verschil over {_subject(year)} "
            "beslist. Leg eerst vast dat het verschil is voorgelegd (verschil) en wat hij besliste "
            "(beslissing-verschil).",
            DECIDE_DIFFERENCE,
        )
    final = state.final
    if year is None and (final is None or final.made_on < decided.taken_on):
        raise RefusedError(
            "Er is nog geen versie die in overeenstemming is met de beslissing van de minister van "
            f"{day_in_words(decided.taken_on)}. Leg die eerst vast, bij stap "
            f"'{_TO_BRING_INTO_LINE}'.",
            DECIDE_DIFFERENCE,
        )


def nothing_to_decide(state: State, on: date, year: int | None = None) -> Changes:
    """Let lapse what was still asked about a difference: the text was adopted all the same."""
    steps = [_step_of(year)] + ([_TO_BRING_INTO_LINE] if year is None else [])
    return Changes.replacing((a, a.lapsed(on)) for step in steps for a in state.owed(step))


def to_decide_again(state: State, lapsed_on: date, on: date, year: int | None = None) -> Changes:
    """Return what is asked again about a difference: the text was not adopted after all.

    Args:
        state: the dossier.
        lapsed_on: the day of the adoption that is taken back; what lapsed on it is asked again.
        on: the day on which it is.
        year: of a jaarverslag; without it the beleidsplan is meant.
    """
    steps = [_step_of(year)] + ([_TO_BRING_INTO_LINE] if year is None else [])
    lapsed = [a for s in steps for a in state.actions.where(step=s, state=ActionState.LAPSED)]
    return Changes.replacing((a, a.reopened(on)) for a in lapsed if a.done_on == lapsed_on)


def set_aside(state: State, year: int | None = None) -> str:
    """Return in Dutch that the minister need decide no more, if a difference lies with him."""
    if _open(state, year) is None:
        return ""
    return " Het verschil dat bij de minister ligt, is daarmee van de baan."


def _refuse_adopted(state: State, year: int | None) -> None:
    if year is None and state.is_adopted:
        raise RefusedError("Het beleidsplan is al vastgesteld; er is geen verschil meer over.")
    if year and state.jaarverslag(year):
        raise RefusedError(f"Het jaarverslag over {year} is al vastgesteld.")


def _lying_there(state: State, year: int | None) -> Besluit:
    """Return the difference that lies with the minister; refuse when there is none."""
    put = _open(state, year)
    if put is None:
        raise RefusedError(
            f"Er ligt geen verschil over {_subject(year)} bij de minister. Leg eerst vast "
            "dat het schriftelijk is voorgelegd (verschil).",
            DECIDE_DIFFERENCE,
        )
    return put


def _open(state: State, year: int | None) -> Besluit | None:
    """Return the difference on which the minister still has to decide, if there is one."""
    put = _newest(state, BesluitKind.DIFFERENCE, year)
    decided = state.besluiten_on(BesluitKind.DIFFERENCE_DECIDED)
    if put is None or any(b.id.startswith(f"{put.id}/beslissing") for b in decided):
        return None
    return put


def _newest(state: State, kind: BesluitKind, year: int | None) -> Besluit | None:
    found = [b for b in state.besluiten_on(kind) if b.year == year]
    return max(found, key=lambda b: (b.taken_on, len(b.id), b.id), default=None)


def _subject(year: int | None) -> str:
    return f"het jaarverslag over {year}" if year else "het beleidsplan"


def _step_of(year: int | None) -> str:
    return f"{_TO_DECIDE}-{year}" if year else _TO_DECIDE


def _decision(year: int | None) -> Written:
    """Return the decision that the minister owes; no statute sets a term for it."""
    return {
        "id": _step_of(year),
        "titel": f"beslissen over het verschil over {_subject(year)}",
        "fase": (Stage.ACCOUNT if year else Stage.ADOPTION).value,
        "soort": StepKind.DECISION.value,
        "actiehouder": MINISTER,
        "melding": "beslissing-verschil",
        "toelichting": f"{DECIDE_DIFFERENCE}. De wet noemt geen termijn.",
    }


def _version(state: State) -> Written:
    """Return the version that the regioburgemeester brings into line with the decision."""
    contains = state.final.contains if state.final else ()
    return {
        "id": _TO_BRING_INTO_LINE,
        "titel": "plan in overeenstemming met de beslissing van de minister",
        "fase": Stage.ADOPTION.value,
        "soort": StepKind.VERSION.value,
        "actiehouder": REGIOBURGEMEESTER,
        "volledigheid": 100,
        "bevat": [part.value for part in contains],
        "toelichting": f"{DECIDE_DIFFERENCE}. De wet noemt geen termijn.",
    }
