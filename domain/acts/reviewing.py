# SPDX-License-Identifier: EUPL-1.2
"""Who read along with drafts is named, reached elsewhere, or was named by mistake."""

from collections.abc import Iterable, Mapping
from datetime import date

from gehoord.calendar.dutch import counted
from gehoord.domain.acts.act import Act, AddressChanged, decide
from gehoord.domain.acts.correction_of_steps import refuse_after_adoption
from gehoord.domain.acts.report import Corrected, ReviewersNamed
from gehoord.domain.acts.reviewer_lines import ReviewerLine, reviewers_in
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.readers import meant_reviewer, party_called, reviewers
from gehoord.domain.dossier.reviewer import Reviewer
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import folded, unknown


@decide.register
def reviewers_named(report: ReviewersNamed, state: State) -> Act:
    """Keep who read along; what did not arrive yet at one goes to the address that is given.

    A line without an address leaves the one that is known. One that is given again lets what was
    refused there leave once more.
    """
    if state.is_adopted:
        raise RefusedError("Het plan is al vastgesteld; er gaat geen concept meer uit.")
    known = {folded(each.name): each for each in reviewers(state)}
    lines = reviewers_in(report.lines)
    added = _added(state, [line for line in lines if folded(line.name) not in known], report.on)
    there = _given_again(known, lines)
    moved = Changes.replacing((old, _moved(old, line)) for old, line in there)
    return Act(
        _said(len(added), len(moved.replaced), len(lines)),
        Changes.adding(*added) + moved,
        tuple(AddressChanged(None, old.key, line.address) for old, line in there),
    )


def _given_again(
    known: Mapping[str, Reviewer], lines: Iterable[ReviewerLine]
) -> list[tuple[Reviewer, ReviewerLine]]:
    """Return each reader of which an address is given once more, with its line."""
    given = [line for line in lines if line.address and folded(line.name) in known]
    return [(known[folded(line.name)], line) for line in given]


def reviewer_taken_back(report: Corrected, state: State) -> Act:
    """Take back that somebody reads along: what waits for it leaves no more."""
    refuse_after_adoption(state)
    found = meant_reviewer(state, report.whose)
    if found is None:
        what = f"'{report.whose}' is geen meelezer van dit dossier"
        names = [each.name for each in reviewers(state)]
        told = unknown(what, report.whose, names) if names else f"{what}."
        raise RefusedError(told, field="actiehouder")
    return Act(
        f"Teruggenomen: {found.name} leest niet mee. Wat {found.name} al heeft, blijft daar.",
        Changes.replacing([(found, found.withdraw(report.reason, report.on))]),
    )


def _added(state: State, lines: list[ReviewerLine], on: date) -> list[Reviewer]:
    for line in lines:
        _refuse_party(line, state)
    first = len(state.reviewers) + 1
    return [
        Reviewer(
            id=f"{state.id}/meelezer/{number}",
            dossier=state.id,
            number=number,
            name=line.name,
            address=line.address,
            added_on=on,
        )
        for number, line in enumerate(lines, first)
    ]


def _moved(reviewer: Reviewer, line: ReviewerLine) -> Reviewer:
    return reviewer.model_copy(update={"name": line.name, "address": line.address})


def _refuse_party(line: ReviewerLine, state: State) -> None:
    """Refuse to name whom the unit knows itself: it would have two addresses."""
    if party_called(state, line.name):
        raise RefusedError(
            f"'{line.name}' kent de eenheid zelf al. Noem die naam bij 'ter-lezing', en geef een "
            "adres met de melding 'adres'.",
            field="meelezers",
        )


def _said(added: int, moved: int, lines: int) -> str:
    if not added and not moved:
        return "Deze meelezers staan er al zo in; er is niets veranderd."
    said = []
    if added:
        said.append(f"{counted(added, 'meelezer', 'meelezers')} erbij.")
    if moved:
        said.append(f"{counted(moved, 'meelezer heeft', 'meelezers hebben')} een ander adres.")
    same = lines - added - moved
    if same:
        said.append(f"{counted(same, 'meelezer blijft', 'meelezers blijven')} zoals het was.")
    return " ".join(said)
