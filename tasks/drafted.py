# SPDX-License-Identifier: EUPL-1.2
"""Letters that are still to be made, as they would be on a day: to look at, or to try out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.names import names
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError
from gehoord.domain.nearby import meant, unknown
from gehoord.domain.proposal.step import Letter
from gehoord.store.reader import Reader
from gehoord.tasks.posting import letters_before, post_of
from gehoord.templates.outgoing.notices import notices


def drafted(
    reader: Reader, state: State, step: str, on: date, *, page: bool = True
) -> list[Message]:
    """Return the letters of a step as they would be made on a day.

    Args:
        reader: of the register: it knows which letters went before.
        state: the dossier; it may hold what is only proposed.
        step: the id of a step.
        on: the day.
        page: whether the mails name the page of their reader.

    Raises:
        GehoordError: it is no step with a letter.
    """
    steps = {planned.id: planned for planned in state.plan.steps if planned.step.letter}
    if step not in steps:
        raise GehoordError(unknown(f"'{step}' is geen stap met een brief", step, list(steps)))
    post = replace(post_of(state, on), letters=letters_before(reader, state.id, step))
    return list(notices(post if page else replace(post, page=""), steps[step]))


def addressed(found: Sequence[Message], state: State, who: str) -> list[Message]:
    """Return those of these letters that are for one recipient.

    Args:
        found: letters.
        state: of their dossier.
        who: his name or key; empty for all.

    Raises:
        GehoordError: nobody in the dossier is called that.
    """
    if not who:
        return list(found)
    named = names(state)
    keys = {word: key for key, name in named.items() for word in (name, key)}
    known = meant(who, keys)
    if known is None:
        choices = sorted({named.get(m.recipient, m.recipient) for m in found})
        raise GehoordError(unknown(f"'{who}' krijgt in dit dossier geen brief", who, choices))
    return [m for m in found if m.recipient == keys[known]]


def the_one(found: Iterable[Message], who: str) -> Message:
    """Return the first of these letters.

    Raises:
        GehoordError: there is none.
    """
    if (first := next(iter(found), None)) is None:
        raise GehoordError(f"Deze brief gaat niet aan {who or 'iemand'}. Kies wie hem krijgt.")
    return first


def step_with(state: State, letter: Letter) -> str:
    """Return the step to which a letter belongs: the first one that still stands.

    Raises:
        GehoordError: the plan has none.
    """
    steps = (p for p in state.plan.steps if p.step.letter is letter and p.step.stands)
    if (first := next(steps, None)) is None:
        raise GehoordError(
            f"Het plan heeft geen stap met de brief '{letter}': hij kan pas worden bekeken als hij "
            "wordt gemaakt."
        )
    return first.id
