# SPDX-License-Identifier: EUPL-1.2
"""From a report to its act: every file of this room is looked at for what it decides."""

import pkgutil
from functools import cache
from importlib import import_module

from gehoord.domain import acts
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.dossier.state import State
from gehoord.domain.frozen import Frozen


def decided(report: Frozen, state: State) -> Act:
    """Return what a report comes to; the arguments and refusals are those of `act.decide`."""
    _know_every_act()
    return decide(report, state)


@cache
def _know_every_act() -> None:
    for found in pkgutil.iter_modules(acts.__path__):
        import_module(f"{acts.__name__}.{found.name}")
