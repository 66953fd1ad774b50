# SPDX-License-Identifier: EUPL-1.2
"""That a uitvoeringsplan was adopted, or went out in concept, was a mistake and is taken back."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

from gehoord.domain.acts.act import Act
from gehoord.domain.acts.next_steps import going
from gehoord.domain.acts.report import Corrected, TakenBack
from gehoord.domain.dossier.action import ActionState
from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.uitvoering import (
    adopted_of,
    draft_of,
    is_whole,
    owed_for,
    plan_in_words,
    rounds_closed_by,
    rounds_on,
    theme_of,
)
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import folded
from gehoord.domain.proposal.step import Step

Draft = tuple[DraftVersion, Step]
"""A uitvoeringsplan in concept, with the round in which it went out."""


def uitvoeringsplan_taken_back(report: Corrected, state: State) -> Act:
    """Take back that a uitvoeringsplan was adopted: of the year and theme named, else the last."""
    adopted = state.besluiten_on(BesluitKind.UITVOERINGSPLAN)
    besluit = _meant(report, [(called_by(b.year or 0, theme_of(b)), b) for b in adopted])
    year, theme = besluit.year or 0, theme_of(besluit)
    changes = Changes.replacing([(besluit, besluit.withdraw(report.reason, report.on))])
    changes += _rounds_again(besluit, state, report)
    said = f"Teruggenomen: de vaststelling van het {plan_in_words(year, theme)}."
    if is_whole(state.after(changes), year):
        return Act(said, changes)
    done = owed_for(state, year, ActionState.DONE)
    changes += Changes.replacing((action, action.reopened(report.on)) for action in done)
    if not done and not owed_for(state, year):
        return Act(said, changes)
    return Act(f"{said} De actie van {year} staat {'weer ' * bool(done)}open.", changes)


def _rounds_again(besluit: Besluit, state: State, report: Corrected) -> Changes:
    """Return the changes by which the newest round is owed again that the adoption closed.

    Of the whole plan that is the newest on each theme.
    """
    rounds = rounds_closed_by(state, besluit.year or 0, theme_of(besluit))
    newest = {folded(step.subject or ""): step for step in rounds}
    done = [
        action
        for step in newest.values()
        for action in state.actions.where(step=step.id, state=ActionState.DONE)
        if action.done_on == besluit.taken_on
    ]
    return Changes.replacing((action, action.reopened(report.on)) for action in done)


def draft_taken_back(report: Corrected, state: State) -> Act:
    """Take back that a uitvoeringsplan went out in concept: what waits leaves no more."""
    drafts = list(_drafts(state))
    version, step = _meant(
        report, [(called_by(s.year or 0, s.subject or ""), (v, s)) for v, s in drafts]
    )
    changes = Changes.replacing([(version, version.withdraw(report.reason, report.on))])
    changes += going(state, [step.id], report.on)
    changes += _round_before(step, version, state, report)
    named = plan_in_words(step.year or 0, step.subject or "")
    return Act(
        f"Teruggenomen: dat het {named} in concept uitging. Wie de mail al heeft, houdt haar; laat "
        "die burgemeesters zelf weten dat het concept is ingetrokken.",
        changes,
    )


def _round_before(step: Step, version: DraftVersion, state: State, report: Corrected) -> Changes:
    """Return the changes by which the round before is owed again that this one closed.

    Nobody responds to a concept of what was adopted since.
    """
    if adopted_of(state, step.year or 0, step.subject or ""):
        return Changes()
    rounds = rounds_on(state, step.year or 0, step.subject or "")
    before = rounds[: rounds.index(step)][-1:]
    done = [
        action
        for each in before
        for action in state.actions.where(step=each.id, state=ActionState.DONE)
        if action.done_on == version.made_on
    ]
    return Changes.replacing((action, action.reopened(report.on)) for action in done)


def _drafts(state: State) -> Iterator[Draft]:
    for version in standing(state.versions):
        if step := draft_of(state, version):
            yield version, step


def called_by(year: int, theme: str) -> str:
    """Return how people name a uitvoeringsplan when they take it back: its year and its theme."""
    return " ".join(filter(None, [str(year), theme]))


def uitvoering_to_take_back(state: State) -> Iterator[tuple[TakenBack, str]]:
    """Yield what was adopted or went out in concept, by the names of a drop-down."""
    for besluit in state.besluiten_on(BesluitKind.UITVOERINGSPLAN):
        yield TakenBack.UITVOERINGSPLAN, called_by(besluit.year or 0, theme_of(besluit))
    for _, step in _drafts(state):
        yield TakenBack.UITVOERINGSPLAN_DRAFT, called_by(step.year or 0, step.subject or "")


T = TypeVar("T")
_YEAR: Final = re.compile(r"\s*(\d{4})\s*$")


def _meant(report: Corrected, known: Sequence[tuple[str, T]]) -> T:
    """Return what is meant by its year and theme; the last of those that go by that name.

    A year alone, or nothing, names what there is one of.

    Raises:
        RefusedError: there is nothing, nothing by that name, or more than one.
    """
    if not known:
        raise RefusedError("Er is geen uitvoeringsplan vastgelegd dat kan worden teruggenomen.")
    found = _by_name(report.whose, known)
    names = "; ".join(dict.fromkeys(name for name, _ in found or known))
    if not found:
        raise RefusedError(
            f"'{report.whose}' is geen uitvoeringsplan dat is vastgelegd. Er is: {names}.",
            field="actiehouder",
        )
    if len({name for name, _ in found}) > 1:
        raise RefusedError(f"Noem het jaar en het thema: {names}.", field="actiehouder")
    return found[-1][1]


def _by_name(said: str, known: Sequence[tuple[str, T]]) -> list[tuple[str, T]]:
    """Return what goes by a name; all of a year that is said alone, and all when nothing is."""
    whole = not said or _YEAR.match(said)
    found = [one for one in known if folded(one[0]) == folded(said)]
    return found or [one for one in known if whole and one[0].startswith(said.strip())]
