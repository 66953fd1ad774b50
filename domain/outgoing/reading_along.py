# SPDX-License-Identifier: EUPL-1.2
"""The rounds of readers in sentences: what went to whom, who responded, and who did not yet."""

from collections.abc import Sequence
from typing import NamedTuple

from gehoord.calendar.dutch import capital, counted, day_in_words, enumeration
from gehoord.domain.acts.circulating import rounds_to_ask_in
from gehoord.domain.dossier.circulated import (
    RoundRead,
    circulations_of,
    draft_in_words,
    rounds_read,
)
from gehoord.domain.dossier.readers import reviewers
from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.unreached import shortened
from gehoord.domain.proposal.step import Step


class RoundTold(NamedTuple):
    """A round of readers in sentences: what is known of it, and what is missing or to be done."""

    step: Step
    known: str
    missing: str

    @property
    def in_words(self) -> str:
        """Both, one after the other."""
        return " ".join(filter(None, [self.known, self.missing]))


def read_in_words(one: RoundRead) -> str:
    """Return what went to how many, on which day first, how many responded, and who lacks it."""
    return f"{capital(draft_in_words(one.version))} {_went(one)}{_lacking(one)}"


def _went(one: RoundRead) -> str:
    if not one.readers:
        return "is nog bij geen enkele lezer." if one.handed else "ging naar geen enkele lezer."
    who = counted(len(one.readers), "lezer", "lezers")
    responded = len(one.readers) - len(one.waiting)
    some = counted(responded, "reageerde", "reageerden") if responded else "nog niemand reageerde"
    answered = some if one.waiting else "allen reageerden"
    free = ", vrijblijvend" if one.is_voluntary else ""
    return f"ging op {day_in_words(one.left_on)} ter lezing naar {who}{free}: {answered}."


def _lacking(one: RoundRead) -> str:
    """Return in Dutch for whom its mail is still to leave, and who does not get it."""
    to_leave = f" Nog niet vertrokken is de mail aan {_names(one.to_leave)}."
    missed = f" Niet aangekomen bij {_names(one.missed)}."
    return f"{to_leave if one.to_leave else ''}{missed if one.missed else ''}"


def missing_in_words(state: State, one: RoundRead) -> str:
    """Return who lacks it or did not respond, or that the round can be closed, while it is asked.

    Nobody misses what is voluntary, and a round that was done is not asked about any more.
    """
    if not state.owed(one.step):
        return ""
    return " ".join(filter(None, [_to_send_again(state, one), _awaited(one)]))


def _to_send_again(state: State, one: RoundRead) -> str:
    """Return to whom the newest version can be sent again; an older one is sent no more."""
    newest = state.final
    if not one.missed or newest is None or newest.content_id != one.version.content_id:
        return ""
    said = draft_in_words(one.version)
    return f"Stuur {said} opnieuw aan {_names(one.missed)} (melding 'ter-lezing')."


def _awaited(one: RoundRead) -> str:
    if one.readers and not one.waiting and not one.to_leave and not one.missed:
        return f"De ronde kan worden gemeld als gedaan ('{one.step}')."
    if one.is_voluntary or not one.waiting:
        return ""
    until = f", tot en met {day_in_words(one.respond_by)}" if one.respond_by else ""
    return f"Nog geen reactie op {draft_in_words(one.version)} van {_waiting(one)}{until}."


def _known(state: State, one: RoundRead) -> str:
    """Return what is known of a round; who was silent, once nobody is missed any more."""
    is_over = one.is_voluntary or not state.owed(one.step)
    return f"{read_in_words(one)}{_silent(one) if is_over else ''}"


def _silent(one: RoundRead) -> str:
    return f" Geen reactie van {_waiting(one)}." if one.waiting else ""


def _waiting(one: RoundRead) -> str:
    return _names([reader.name for reader in one.waiting])


def _names(readers: Sequence[str]) -> str:
    return enumeration(shortened(list(readers)))


def rounds_told(state: State) -> list[RoundTold]:
    """Return how each round of readers stands.

    Of a version that did not go out yet that is said, once somebody was named to read along.
    """
    steps = {step.id: step for step in state.as_opened.steps}
    told = [
        RoundTold(steps[one.step], _known(state, one), missing_in_words(state, one))
        for one in rounds_read(state)
        if one.step in steps
    ]
    newest = state.final
    if newest is None or not reviewers(state) or circulations_of(state, newest):
        return told
    missing = f"{capital(draft_in_words(newest))} is nog niet ter lezing gestuurd."
    return [
        *told,
        *(RoundTold(s, "", missing) for s in rounds_to_ask_in(state)[:1] if state.owed(s.id)),
    ]


def read_by_version(state: State) -> dict[str, list[str]]:
    """Return what is said of the rounds on each content, by the id of its first version."""
    found: dict[str, list[str]] = {}
    for one in rounds_read(state):
        said = f"{read_in_words(one)}{_silent(one)}"
        found.setdefault(one.version.content_id, []).append(said)
    return found
