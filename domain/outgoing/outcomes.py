# SPDX-License-Identifier: EUPL-1.2
"""What each kind of run came to, in Dutch words."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from gehoord.calendar.dutch import capital, counted, enumeration
from gehoord.domain.dossier.action import Action, ActionState
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.domain.frozen import Frozen
from gehoord.domain.outgoing.notices import why_waiting
from gehoord.domain.outgoing.progress import Outcome
from gehoord.domain.proposal.stage import Stage

RECORDED: Final = "Vastgelegd"
"""The name of the outcome of a report that was kept."""

REFUSED: Final = "Geweigerd"
"""How the name of the outcome of a refusal begins."""

FEW: Final = 3
"""Reports that the text of one outcome can hold."""

MOST_LINES: Final = 40
"""Lines about actions that the page of a run shows."""

MOVED: Final = "Verplaatst"
"""The name of the outcome of a move."""

ON_TIME: Final = "Op tijd"
"""The name of the outcome of a look that finds nothing late."""

SENDING_ENDED: Final = Outcome("Verzendronde", "")
"""What a round of sending comes to; what stayed behind is said besides."""

NOT_BEGUN: Final = Outcome("Nog niet begonnen", "")
"""Where a procedure stands of which no stage may start yet."""


def refusal(error: GehoordError) -> Outcome:
    """Return what a refusal comes to: its name cites the article, its text says what to do.

    Where a reason lifts it, its name says so instead; where there is neither, it names nothing.
    """
    name = REFUSED
    if isinstance(error, RefusedError) and error.finding:
        name += f": geen reden bij '{error.finding.replace('-', ' ')}'"
    elif isinstance(error, RefusedError) and error.article:
        name += f": {error.article.short}"
    return Outcome(name, str(error), refused=True)


def broken(dossier: str) -> Outcome:
    """Return what a look comes to in which Gehoord itself made a mistake."""
    told = "hier maakt Gehoord zelf een fout. Wat er misging, staat in de log van het programma"
    return Outcome(f"Fout in Gehoord: {dossier}", f"{dossier}: {told}.", refused=True)


def looked(dossier: str, reminders: int, late: int, undelivered: int) -> Outcome:
    """Return what a daily look came to.

    Args:
        dossier: its name.
        reminders: how many were sent.
        late: how many actions came to be late.
        undelivered: how many messages were tried and did not arrive.
    """
    found = [f"{counted(late, 'actie', 'acties')} te laat"] if late else []
    if undelivered:
        found.append(f"{counted(undelivered, 'bericht is', 'berichten zijn')} niet aangekomen")
    sent = counted(reminders, "herinnering", "herinneringen")
    said = f"{sent} verstuurd" if reminders else "er ging geen herinnering uit"
    return Outcome(", ".join(found) or ON_TIME, f"{dossier}: {said}.")


def recorded(told: Sequence[str], changed: Iterable[Frozen]) -> Outcome:
    """Return what a recording came to.

    Args:
        told: what was recorded, one or two sentences for each report.
        changed: what was changed in the register by it, as far as a person may see it.
    """
    lines = [*told, *_of_actions(item for item in changed if isinstance(item, Action))]
    if len(told) <= FEW:
        return Outcome(RECORDED, " ".join(told), lines=tuple(lines))
    return Outcome(RECORDED, f"{len(told)} meldingen vastgelegd.", lines=tuple(lines))


def _of_actions(actions: Iterable[Action]) -> Iterator[str]:
    """Yield a line for each action that changed: what it is now."""
    newest = {action.id: action for action in actions}
    shown = list(newest.values())[:MOST_LINES]
    yield from (f"{_NOW[action.state]}: {action.name}." for action in shown)
    if left := len(newest) - len(shown):
        yield f"En nog {counted(left, 'andere actie', 'andere acties')}."


_NOW: Final = {
    ActionState.DONE: "Gedaan",
    ActionState.OPEN: "Staat open",
    ActionState.LAPSED: "Vervallen",
}


def refused_together(error: GehoordError) -> GehoordError:
    """Return a refusal that says of the others that they are not kept either."""
    rest = "Er is niets vastgelegd, ook niet van de anderen."
    if isinstance(error, RefusedError):
        said = f"{error.text} {rest}"
        return RefusedError(said, error.article, error.finding, error.onward, error.field)
    return GehoordError(f"{error} {rest}")


def would_shift(actions: int, behind: Iterable[str] = ()) -> Outcome:
    """Return what a look at a move came to, with the arguments of `shifted`."""
    said = ("Er is niets veranderd.", *behind)
    return Outcome(f"Alleen bekeken: {_move_along(actions)}", " ".join(said))


def shifted(actions: int, behind: Iterable[str] = ()) -> Outcome:
    """Return what a move came to.

    Args:
        actions: how many have other days.
        behind: which steps lie before what they rest on, a sentence each.
    """
    moved = f"{capital(_move_along(actions))}."
    return Outcome(MOVED, " ".join((moved, *behind)))


def _move_along(actions: int) -> str:
    return f"{counted(actions, 'actie schuift', 'acties schuiven')} mee"


def until(reached: Outcome, refused: Outcome) -> Outcome:
    """Return how far a procedure came: to this stage, and the next one was refused."""
    return Outcome(reached.name, f"{reached.text} Daarna: {refused.text}")


def prepared(state: State, stage: Stage, letters: int, invitations: int = 0) -> str:
    """Return in one sentence what waits to be sent, or why nothing does.

    Args:
        state: the dossier after it.
        stage: the one that was started.
        letters: how many letters were put in the outbox.
        invitations: how many invitations.
    """
    told = [counted(letters, "brief", "brieven")] * bool(letters)
    told += [counted(invitations, "uitnodiging", "uitnodigingen")] * bool(invitations)
    if told:
        return f"{enumeration(told)} klaargezet."
    has_notices = any(s.is_sent_by_gehoord and s.stage is stage for s in state.as_opened.steps)
    nothing = ["Er is nu niets te versturen."] * has_notices
    return " ".join([*nothing, *why_waiting(state, stage)])


def asked(councils: int) -> str:
    """Return in one sentence how many councils were asked."""
    if councils:
        return f"{counted(councils, 'raad', 'raden')} gevraagd."
    return "Elke raad is al gevraagd."
