# SPDX-License-Identifier: EUPL-1.2
"""What could have been chosen, on the page of a run that was refused."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from prefect.client.schemas.objects import State

from gehoord.domain.acts.form import Box
from gehoord.domain.errors import GehoordError
from gehoord.domain.outgoing.outcomes import REFUSED
from gehoord.flows import clock, running
from gehoord.flows.telling import say
from gehoord.store.state import state_in
from gehoord.templates.forms import choices_in_lines


def say_choices(
    ended: State[None],
    kind: str,
    asked: tuple[Box, ...],
    dossier: object,
    filled: Mapping[str, Any],
) -> None:
    """Let a run that was refused say what can be chosen where something else was filled in.

    Args:
        ended: the state in which it ends.
        kind: the kind of report, or that of a move.
        asked: the fields of the form.
        dossier: its name, as somebody filled it in; of one that is not there nothing is said.
        filled: what was filled in besides.
    """
    if not (ended.name or "").startswith(REFUSED):
        return
    register = running.open_register()
    with suppress(GehoordError):
        name = running.the_dossier(register, dossier)
        with register.reading() as reader:
            state = state_in(reader, name)
            lines = choices_in_lines(kind, asked, filled, state, clock.today())
        say(lines)
