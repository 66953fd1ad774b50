# SPDX-License-Identifier: EUPL-1.2
"""A municipality answers the survey of local priorities, or its answer was a mistake."""

from collections.abc import Iterator
from datetime import date

from gehoord.calendar.dutch import counted, day_in_words, enumeration
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.correction_of_steps import is_all, refuse_after_adoption
from gehoord.domain.acts.goals import goals_that_count
from gehoord.domain.acts.report import Corrected, SurveyAnswered
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.filed import as_filed
from gehoord.domain.dossier.local_priorities import LocalPriorities
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.survey import answer_of, answers, asked_of
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import folded


@decide.register
def survey_answered(report: SurveyAnswered, state: State) -> Act:
    """Keep the priorities of a municipality; what it said before stays beside them.

    What it owes in a survey is done by it. No statute asks for the survey; the safety goals in
    which priorities stand are those of Politiewet 2012, art. 38b lid 1.
    """
    municipality = state.municipality(report.municipality)
    _refuse_too_late(state, municipality)
    former, owed = answer_of(state, municipality.code), _asked(state, municipality, report.on)
    answer = _answer(report, state, municipality, former, owed)
    _refuse_the_same(answer, former, owed)
    changes = Changes.keeping(report.document) + Changes.adding(answer)
    changes += Changes.replacing((action, action.done(report.on)) for action in owed)
    return Act(_said(answer, former), changes + _with_goals(report, municipality))


def survey_taken_back(report: Corrected, state: State) -> Act:
    """Take back the last answer of a municipality, or of all: what it owed is open again.

    The day of the safety goals that an answer told goes with it.
    """
    refuse_after_adoption(state)
    last = _named(report, state)
    changes = Changes.replacing((a, a.withdraw(report.reason, report.on)) for a in last)
    reopened = [action for answer in last for action in _closed(state, answer)]
    changes += Changes.replacing((action, action.reopened(report.on)) for action in reopened)
    goals = list(_without_goals(state, last))
    names = enumeration([answer.name for answer in last])
    said = [
        f"Teruggenomen: de lokale prioriteiten van {names}.",
        *(["De vraag staat weer open."] if reopened else []),
        *(goals_that_count(kept) for _, kept in goals),
    ]
    return Act(" ".join(said), changes + Changes.replacing(goals))


def _without_goals(
    state: State, taken_back: list[LocalPriorities]
) -> Iterator[tuple[FrozenMunicipality, FrozenMunicipality]]:
    """Yield each municipality that told its safety goals, before and after that is taken back."""
    for answer in taken_back:
        municipality = state.municipality(answer.municipality)
        if answer.goals_set_on:
            kept = municipality.without_goals(answer.goals_set_on)
            if kept != municipality:
                yield municipality, kept


def _named(report: Corrected, state: State) -> list[LocalPriorities]:
    """Return the answers that people mean: the last one of a municipality, or that of each.

    Raises:
        RefusedError: there is none, or nobody was named.
        GehoordError: no municipality has that name.
    """
    if is_all(report.owner):
        found, of = answers(state), "Er"
    elif report.owner:
        municipality = state.municipality(report.owner)
        found = [a for a in answers(state) if a.municipality == municipality.code]
        of = f"Van {municipality.name}"
    else:
        raise RefusedError("Noem van welke gemeente u de lokale prioriteiten terugneemt (--wie).")
    if not found:
        raise RefusedError(f"{of} zijn geen lokale prioriteiten vastgelegd.")
    return found


def _refuse_too_late(state: State, municipality: FrozenMunicipality) -> None:
    if state.adoption:
        raise RefusedError(
            f"Het plan is al vastgesteld op {day_in_words(state.adoption.taken_on)}; lokale "
            "prioriteiten tellen daarvoor niet meer mee."
        )
    if municipality.until:
        raise RefusedError(
            f"{municipality.name} bestaat niet meer. Noem de gemeente waarin zij opging."
        )


def _asked(state: State, municipality: FrozenMunicipality, on: date) -> list[Action]:
    """Return what is done by an answer: all that was asked by then, or else what is asked first."""
    owed = asked_of(state, municipality.code)
    begun = [a for a in owed if a.start_on is None or a.start_on <= on]
    return begun or owed[:1]


def _answer(
    report: SurveyAnswered,
    state: State,
    municipality: FrozenMunicipality,
    former: LocalPriorities | None,
    owed: list[Action],
) -> LocalPriorities:
    named = report.priorities or (former.priorities if former else ())
    if not named:
        raise RefusedError(
            f"Van {municipality.name} zijn nog geen lokale prioriteiten bekend. Noem ze, de "
            "belangrijkste eerst.",
            field="prioriteiten",
        )
    number = len(state.priorities.where(municipality=municipality.code)) + 1
    return LocalPriorities(
        id=f"{state.id}/{municipality.code}/{number}",
        dossier=state.id,
        municipality=municipality.code,
        name=municipality.name,
        number=number,
        given_on=report.on,
        priorities=named,
        source=report.source or _former_source(report, former),
        **as_filed(report.document),
        is_unchanged=former is not None and former.says(named),
        closes=tuple(action.id for action in owed),
        goals_set_on=report.goals_set_on,
    )


def _former_source(report: SurveyAnswered, former: LocalPriorities | None) -> str:
    """Return where the priorities stood before, of who says that they did not change."""
    return former.source if former and not report.priorities else ""


def _refuse_the_same(
    answer: LocalPriorities, former: LocalPriorities | None, owed: list[Action]
) -> None:
    """Refuse what is known already, and what comes before the answer that is there."""
    if former is None:
        return
    if answer.given_on < former.given_on:
        raise RefusedError(
            f"{answer.name} antwoordde al op {day_in_words(former.given_on)}. Verbeter de dag.",
            field="op",
        )
    is_known = answer.is_unchanged and answer.source == former.source and not answer.document
    if is_known and not owed:
        raise RefusedError(
            f"Dat is al vastgelegd: {answer.name} noemde deze prioriteiten op "
            f"{day_in_words(former.given_on)}, en er is sindsdien niets gevraagd."
        )


def _with_goals(report: SurveyAnswered, municipality: FrozenMunicipality) -> Changes:
    """Return the changes by which it is known when the council set its safety goals."""
    if report.goals_set_on is None:
        return Changes()
    if report.goals_set_on > report.on:
        raise RefusedError(
            f"{day_in_words(report.goals_set_on)} ligt na de dag van het antwoord. Meld de dag pas "
            "als de raad het veiligheidsplan heeft vastgesteld.",
            field="veiligheidsplan",
        )
    return Changes.replacing([(municipality, municipality.with_goals(report.goals_set_on))])


def _closed(state: State, answer: LocalPriorities) -> list[Action]:
    """Return the actions that were done by an answer, of a municipality that still exists."""
    living = {m.code for m in state.living}
    found = [state.actions.one(identifier) for identifier in answer.closes]
    return [a for a in found if a and a.municipality in living and a.state is ActionState.DONE]


def _said(answer: LocalPriorities, former: LocalPriorities | None) -> str:
    number = counted(len(answer.priorities), "prioriteit", "prioriteiten")
    if former is None:
        return f"Van {answer.name} vastgelegd: {number}."
    if answer.is_unchanged:
        since = day_in_words(former.given_on)
        return f"De prioriteiten van {answer.name} zijn niet veranderd sinds {since}."
    new, gone = differences(answer, former)
    told = [
        f"Van {answer.name} vastgelegd: nu {number}; de vorige blijven bewaard.",
        f"Nieuw: {enumeration(new)}." if new else "",
        f"Niet meer genoemd: {enumeration(gone)}." if gone else "",
        "" if new or gone else "Alleen de volgorde is anders.",
    ]
    return " ".join(filter(None, told))


def differences(answer: LocalPriorities, former: LocalPriorities) -> tuple[list[str], list[str]]:
    """Return which priorities an answer names anew, and which it names no more."""
    now, before = (set(map(folded, each.priorities)) for each in (answer, former))
    return (
        [each for each in answer.priorities if folded(each) not in before],
        [each for each in former.priorities if folded(each) not in now],
    )
