# SPDX-License-Identifier: EUPL-1.2
"""A person puts wordings of local priorities together, or takes that back."""

from gehoord.calendar.dutch import counted
from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.report import Clustered, Corrected
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.cluster import Cluster
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.survey import clusters, wordings
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import folded, meant, unknown


@decide.register
def clustered(report: Clustered, state: State) -> Act:
    """Put wordings into a cluster; from another in which they were they go.

    Nothing is clustered unless a person says so: what looks alike is only suggested.
    """
    members = tuple(dict.fromkeys(_known(each, state) for each in report.wordings))
    cluster = _there(report.name, state)
    grown = (cluster or _new(report.name, state)).with_members(members)
    if grown == cluster:
        raise RefusedError(f"Dat is al vastgelegd: dit staat al in het cluster '{cluster.name}'.")
    changes = Changes.replacing([(cluster, grown)]) if cluster else Changes.adding(grown)
    others = [c for c in standing(state.clusters) if c.id != grown.id]
    changes += Changes.replacing((other, other.without(members)) for other in others)
    number = counted(len(grown.members), "prioriteit", "prioriteiten")
    return Act(f"Het cluster '{grown.name}' heeft nu {number}.", changes)


def cluster_taken_back(report: Corrected, state: State) -> Act:
    """Take a cluster back: its wordings stand by themselves again."""
    there = clusters(state)
    found = [c for c in there if folded(c.name) == folded(report.whose)]
    if not found:
        said = f"Er is geen cluster '{report.whose}'"
        names = [cluster.name for cluster in there]
        raise RefusedError(unknown(said, report.whose, names) if names else f"{said}.")
    [cluster] = found
    return Act(
        f"Teruggenomen: het cluster '{cluster.name}'. Wat erin zat, staat weer los.",
        Changes.replacing([(cluster, cluster.withdraw(report.reason, report.on))]),
    )


def _known(said: str, state: State) -> str:
    """Return a wording as it was written by a municipality.

    Raises:
        RefusedError: none wrote it.
    """
    there = wordings(state)
    if found := meant(said, there):
        return found
    why = f"Geen gemeente noemt '{said}' als prioriteit"
    raise RefusedError(unknown(why, said, there) if there else f"{why}.", field="prioriteiten")


def _there(name: str, state: State) -> Cluster | None:
    """Return the cluster of that name, if there is one."""
    same = (c for c in standing(state.clusters) if folded(c.name) == folded(name))
    return next(same, None)


def _new(name: str, state: State) -> Cluster:
    number = len(state.clusters) + 1
    return Cluster(
        id=f"{state.id}/cluster/{number}", dossier=state.id, number=number, name=name, members=()
    )
