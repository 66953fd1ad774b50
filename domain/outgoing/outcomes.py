"""What each kind of run came to, in Dutch words."""

from collections.abc import Iterable
from typing import Final

from gehoord.calendar.dutch import counted
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.domain.outgoing.progress import Outcome

RECORDED: Final = "Vastgelegd"
"""The name of the outcome of a report that was kept."""

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
    name = "Geweigerd"
    if isinstance(error, RefusedError) and error.finding:
        name += f": geen reden bij '{error.finding.replace('-', ' ')}'"
    elif isinstance(error, RefusedError) and error.article:
        name += f": {error.article.short}"
    return Outcome(name, str(error), refused=True)


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
    return Outcome(", ".join(found) or ON_TIME, f"{dossier}: {sent} verstuurd.")


def shifted(actions: int, behind: Iterable[str] = ()) -> Outcome:
    """Return what a move came to.

    Args:
        actions: how many have other days.
        behind: which steps lie before what they rest on, a sentence each.
    """
    moved = f"{counted(actions, 'actie schuift', 'acties schuiven')} mee."
    return Outcome(MOVED, " ".join((moved, *behind)))


def until(reached: Outcome, refused: Outcome) -> Outcome:
    """Return how far a procedure came: to this stage, and the next one was refused."""
    return Outcome(reached.name, f"{reached.text} Daarna: {refused.text}")


def prepared(letters: int, invitations: int = 0) -> str:
    """Return in one sentence what waits to be sent."""
    told = counted(letters, "brief", "brieven")
    if invitations:
        told += f" en {counted(invitations, 'uitnodiging', 'uitnodigingen')}"
    return f"{told} klaargezet."


def asked(councils: int) -> str:
    """Return in one sentence how many councils were asked."""
    return f"{counted(councils, 'raad', 'raden')} gevraagd."
