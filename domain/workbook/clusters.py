# SPDX-License-Identifier: EUPL-1.2
"""The tab of the clusters: which wordings of municipalities come to the same subject."""

from collections.abc import Iterator
from typing import ClassVar, Final

from gehoord.calendar.dutch import alphabetical
from gehoord.domain.acts.reports_of_survey import why_no_name
from gehoord.domain.dossier.likeness import suggestions
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.survey import answers, cluster_of_each, clusters, wordings
from gehoord.domain.nearby import folded
from gehoord.domain.workbook.fault import Fault
from gehoord.domain.workbook.tab import Column, Content, Row, Tab, TabLine

WORDING: Final = "Prioriteit"
CLUSTER: Final = "Cluster"


class ClustersTab(Tab):
    """One row for each wording; in the last column a person says to which subject it comes."""

    name = "Clusters"
    columns = (
        Column(WORDING),
        Column("Gemeenten"),
        Column("Lijkt op"),
        Column(CLUSTER, is_asked=True),
    )
    headings: ClassVar = {"naam": CLUSTER, "prioriteiten": CLUSTER}

    def lines(self, state: State) -> list[TabLine]:
        """Return the wordings in the order of letters, with what each looks like."""
        held = cluster_of_each(state)
        said = wordings(state)
        loose = [wording for wording in said if folded(wording) not in held]
        like = {each.wording: each for each in suggestions(loose, clusters(state))}
        who = _named_by(state)
        lines = []
        for wording in said:
            cluster, found = held.get(folded(wording)), like.get(wording)
            key = f"{state.id}/cluster/{folded(wording)}"
            hint = f"{found.like} ({found.because})" if found else ""
            names = ", ".join(alphabetical(who[folded(wording)]))
            lines.append(self.line(key, wording, names, hint, cluster.name if cluster else ""))
        return lines

    def wrong(self, row: Row) -> Iterator[Fault]:
        """Yield that a wording was taken out of its cluster without going to another."""
        if not row.cells[CLUSTER]:
            yield row.fault(
                f"hier stond '{row.was(CLUSTER)}'; zet dat terug, kies een ander cluster, of neem "
                "het hele cluster terug met een herstel",
                CLUSTER,
            )
        elif why := why_no_name(str(row.cells[CLUSTER])):
            yield row.fault(why, CLUSTER)

    def reports(self, row: Row) -> list[Content]:
        """Return that a person takes the wording for this subject."""
        return [{"wat": "cluster", "naam": row.cells[CLUSTER], "prioriteiten": [row.who]}]


def _named_by(state: State) -> dict[str, list[str]]:
    """Return which municipalities name each wording, by its letters (`folded`)."""
    who: dict[str, list[str]] = {}
    for answer in answers(state):
        for wording in answer.priorities:
            who.setdefault(folded(wording), []).append(answer.name)
    return who
