# SPDX-License-Identifier: EUPL-1.2
"""The survey of local priorities (uitvraag): who answered what, and in how many municipalities."""

from collections.abc import Iterable
from dataclasses import dataclass

from gehoord.calendar.dutch import alphabetical, by_letters
from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.cluster import Cluster
from gehoord.domain.dossier.dossier import FrozenMunicipality
from gehoord.domain.dossier.local_priorities import LocalPriorities
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.nearby import folded
from gehoord.domain.proposal.step import SURVEY, Step


@dataclass(frozen=True, slots=True)
class CountedPriority:
    """A subject, with the municipalities in which it is a priority.

    Attributes:
        name: of the cluster, or the wording itself where it is in none.
        wordings: as municipalities wrote it, each once.
        municipalities: their names, each once however often it named the subject.
    """

    name: str
    is_cluster: bool
    wordings: tuple[str, ...]
    municipalities: tuple[str, ...]

    @property
    def number(self) -> int:
        """In how many municipalities it is a priority."""
        return len(self.municipalities)


def surveys(state: State) -> list[Step]:
    """Return the steps in which municipalities are asked for their priorities."""
    return [step for step in state.as_opened.steps if step.reported_as == SURVEY and step.stands]


def asked_of(state: State, municipality: str) -> list[Action]:
    """Return what a municipality, by its code, still owes in any survey, the first due first."""
    owed = [
        action
        for step in surveys(state)
        for action in state.owed(step.id)
        if action.municipality == municipality
    ]
    return sorted(owed, key=lambda a: (a.due_on is None, a.due_on, a.id))


def answer_of(state: State, municipality: str) -> LocalPriorities | None:
    """Return the answer of a municipality that counts now: its last one."""
    said = standing(state.priorities.where(municipality=municipality))
    return max(said, key=lambda answer: answer.order, default=None)


def answers(state: State) -> list[LocalPriorities]:
    """Return what each municipality that still exists said last, by name."""
    last: dict[str, LocalPriorities] = {}
    for answer in sorted(standing(state.priorities), key=lambda each: each.order):
        last[answer.municipality] = answer
    return [last[m.code] for m in by_name(state.living) if m.code in last]


def unanswered(state: State) -> list[FrozenMunicipality]:
    """Return the municipalities that still exist and gave no answer, by name.

    None where no survey is held and nobody gave one.
    """
    if not surveys(state) and not state.priorities:
        return []
    answered = {answer.municipality for answer in answers(state)}
    return [m for m in by_name(state.living) if m.code not in answered]


def former_of(state: State, answer: LocalPriorities) -> LocalPriorities | None:
    """Return what the same municipality said before, if it did."""
    said = standing(state.priorities.where(municipality=answer.municipality))
    before = [other for other in said if other.order < answer.order]
    return max(before, key=lambda other: other.order, default=None)


def wordings(state: State) -> list[str]:
    """Return every wording that counts, each once, in the order of letters."""
    said = {folded(w): w for answer in reversed(answers(state)) for w in answer.priorities}
    return alphabetical(said.values())


def clusters(state: State) -> list[Cluster]:
    """Return the clusters that count and hold something, by name."""
    found = [cluster for cluster in standing(state.clusters) if cluster.members]
    return sorted(found, key=lambda cluster: by_letters(cluster.name))


def cluster_of_each(state: State) -> dict[str, Cluster]:
    """Return the cluster of each wording that is in one, by its letters (`folded`)."""
    return {folded(member): cluster for cluster in clusters(state) for member in cluster.members}


def counted_priorities(state: State) -> list[CountedPriority]:
    """Return in how many municipalities each subject is a priority, the most first.

    A wording that is in no cluster is a subject by itself. S003: a ground to choose a theme is
    that it is a priority in so many municipalities.
    """
    said = answers(state)
    into = cluster_of_each(state)
    by_subject: dict[str, list[tuple[str, str]]] = {}
    names: dict[str, str] = {}
    for answer in said:
        for wording in answer.priorities:
            cluster = into.get(folded(wording))
            key = cluster.id if cluster else folded(wording)
            names.setdefault(key, cluster.name if cluster else wording)
            by_subject.setdefault(key, []).append((wording, answer.name))
    held = {cluster.id for cluster in into.values()}
    found = [_counted(names[key], key in held, each) for key, each in by_subject.items()]
    return sorted(found, key=lambda each: (-each.number, by_letters(each.name)))


def _counted(name: str, is_cluster: bool, said: Iterable[tuple[str, str]]) -> CountedPriority:
    said = list(said)
    once = {folded(wording): wording for wording, _ in reversed(said)}
    return CountedPriority(
        name,
        is_cluster,
        tuple(alphabetical(once.values())),
        tuple(alphabetical({municipality for _, municipality in said})),
    )


def by_name(municipalities: Iterable[FrozenMunicipality]) -> list[FrozenMunicipality]:
    """Return municipalities in the order in which people look for them."""
    return sorted(municipalities, key=lambda m: (by_letters(m.name), m.code))
