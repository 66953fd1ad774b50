# SPDX-License-Identifier: EUPL-1.2
"""The steps that came to a dossier after its proposal, as they are kept."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from gehoord.domain.proposal.step import Step

Written = Mapping[str, Any]
"""A step as a proposal writes it: the Dutch keys, a day as ``2027-11-04`` or in words."""


def with_steps(added: str, more: Iterable[Written]) -> str:
    """Return the steps that were added before with more after them, as they are kept.

    One that is among them already is as it now comes.
    """
    before = json.loads(added) if added else []
    steps = {step["id"]: dict(step) for step in (*before, *more)}
    return json.dumps(list(steps.values()), ensure_ascii=False, separators=(",", ":"))


def read_steps(added: str) -> tuple[Step, ...]:
    """Return the steps that are kept.

    >>> step = {"id": "bekendmaking", "titel": "x", "fase": "start", "soort": "mijlpaal",
    ...         "actiehouder": "adviseur"}
    >>> [step.id for step in read_steps(with_steps("", [step]))]
    ['bekendmaking']
    """
    steps = json.loads(added or "[]")
    return tuple(Step.model_validate(step, by_alias=True, by_name=False) for step in steps)
