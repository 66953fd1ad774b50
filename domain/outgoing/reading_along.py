"""The rounds of readers in sentences: what went to whom, who responded, and who did not yet."""

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
    """Return what went to how many, on which day first, and how many responded."""
    who = counted(len(one.readers), "lezer", "lezers")
    day = day_in_words(one.sent[0].sent_on)
    responded = counted(len(one.readers) - len(one.waiting), "reageerde", "reageerden")
    answered = "allen reageerden" if one.readers and not one.waiting else responded
    free = ", vrijblijvend" if one.is_voluntary else ""
    draft = capital(draft_in_words(one.version))
    return f"{draft} ging op {day} ter lezing naar {who}{free}: {answered}."


def missing_in_words(state: State, one: RoundRead) -> str:
    """Return who did not respond, as long as it is asked, or that the round can be closed.

    Nobody misses what is voluntary, and a round that was done is not asked about any more.
    """
    if not state.owed(one.step):
        return ""
    if not one.waiting:
        return f"De ronde kan worden gemeld als gedaan ('{one.step}')."
    if one.is_voluntary:
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
    return enumeration(shortened([reader.name for reader in one.waiting]))


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
