"""Which steps can get other days when some steps do."""

from collections import defaultdict
from collections.abc import Iterable

from gehoord.domain.proposal.proposal import Proposal, anchors
from gehoord.domain.proposal.step import Step


def following(proposal: Proposal, changed: Iterable[str]) -> set[str]:
    """Return the steps whose days hang on those of the changed ones, and these themselves."""
    hanging: dict[str, list[str]] = defaultdict(list)
    for step in proposal.steps:
        for other in _hangs_on(step, proposal):
            hanging[other].append(step.id)
    found, rest = set[str](), list(changed)
    while rest:
        step_id = rest.pop()
        if step_id not in found:
            found.add(step_id)
            rest += hanging[step_id]
    return found


def _hangs_on(step: Step, proposal: Proposal) -> set[str]:
    """Return what the days of a step count from.

    One without a date is due by the first that rests on it, else by the adoption.
    """
    if step.when or step.not_after:
        return anchors(step)
    resting = {other.id for other in proposal.steps if step.id in other.after}
    adoption = proposal.adoption
    return anchors(step) | resting | ({adoption.id} if adoption else set())
