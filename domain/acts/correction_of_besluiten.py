# SPDX-License-Identifier: EUPL-1.2
"""A jaarverslag or a priority was recorded by mistake, and is taken back."""

from gehoord.calendar.dutch import day_in_words, enumeration
from gehoord.domain.acts.act import Act, LettersWrong
from gehoord.domain.acts.difference import to_decide_again
from gehoord.domain.acts.jaarverslagen import follow_up, owed_for
from gehoord.domain.acts.next_steps import going
from gehoord.domain.acts.report import Corrected
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError
from gehoord.domain.proposal.step import Letter


def jaarverslag_taken_back(report: Corrected, state: State) -> Act:
    """Take back the adoption of a jaarverslag: of the year that is named, else of the newest."""
    besluit = _jaarverslag(report, state)
    year = besluit.year or 0
    sent = _notices(state, year)
    done = owed_for(state, year, ActionState.DONE)
    done += [a for s in sent for a in state.actions.where(step=s, state=ActionState.DONE)]
    changes = Changes.replacing([(besluit, besluit.withdraw(report.reason, report.on))])
    changes += Changes.replacing((a, a.reopened(report.on)) for a in done)
    changes += going(state, follow_up(year), report.on)
    changes += to_decide_again(state, besluit.taken_on, report.on, year)
    wrong = LettersWrong(
        steps=frozenset(sent),
        since=besluit.id,
        reason=report.reason,
        told=f"Daarin staat dat het jaarverslag over {year} is vastgesteld. Dat is bij vergissing "
        "vastgelegd: het is nog niet vastgesteld.",
        is_written=report.is_written,
    )
    return Act(
        f"Teruggenomen: de vaststelling van het jaarverslag over {year}. De actie staat weer open.",
        changes,
        (wrong,),
    )


def _jaarverslag(report: Corrected, state: State) -> Besluit:
    known = state.besluiten_on(BesluitKind.JAARVERSLAG)
    if report.owner:
        known = [b for b in known if str(b.year) == report.owner.strip()]
    if not known:
        of = f" over {report.owner}" if report.owner else ""
        raise RefusedError(
            f"Er is geen jaarverslag{of} vastgesteld dat kan worden teruggenomen. Noem het jaar."
        )
    return max(known, key=lambda b: (b.year or 0, b.taken_on))


def _notices(state: State, year: int) -> list[str]:
    """Return the notices that bring the jaarverslag over a year to others."""
    steps = state.as_opened.steps
    return [s.id for s in steps if s.letter is Letter.JAARVERSLAG and s.year == year]


def priority_taken_back(report: Corrected, state: State) -> Act:
    """Take back that another theme has priority; what had it before, has it again."""
    given = state.besluiten_on(BesluitKind.PRIORITY)
    if not given:
        raise RefusedError("Er is geen andere prioriteit vastgelegd die kan worden teruggenomen.")
    newest = max(given, key=lambda b: int(b.id.rpartition("/")[2]))
    changes = Changes.replacing([(newest, newest.withdraw(report.reason, report.on))])
    now = _now(state.after(changes))
    wrong = LettersWrong(
        steps=frozenset(),
        since=newest.id,
        reason=report.reason,
        told="Daarin staat dat een ander thema voorrang krijgt. Dat is bij vergissing vastgelegd. "
        + now,
        is_written=report.is_written,
    )
    return Act(
        f"Teruggenomen: de prioriteit van {day_in_words(newest.taken_on)}. {now}",
        changes,
        (wrong,),
    )


def _now(after: State) -> str:
    """Return in Dutch which themes count once a priority was taken back."""
    themes = after.themes()
    if themes is None:
        return "De thema's van het beleidsplan gelden weer."
    named = enumeration([theme.name for theme in themes.chosen_themes])
    if themes.kind is BesluitKind.PRIORITY:
        named += f", zoals besloten op {day_in_words(themes.taken_on)}"
    return f"Nu gelden weer deze thema's: {named}."
