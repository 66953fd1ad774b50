"""Somebody responded to a draft, and what is done with that or with a zienswijze."""

from gehoord.domain.acts.act import Act, decide
from gehoord.domain.acts.report import Disposed, ResponseReceived
from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.zienswijze import Response
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import folded, unknown


@decide.register
def response_received(report: ResponseReceived, state: State) -> Act:
    """Keep a response to a version."""
    response = Response(
        id=f"{state.id}/reactie/{len(state.responses) + 1}",
        dossier=state.id,
        sender=report.sender,
        version=state.final.id if state.final else None,
        received_on=report.on,
        text=report.text,
        document=report.document.sha256 if report.document else None,
    )
    changes = Changes.keeping(report.document) + Changes.adding(response)
    return Act(f"Reactie van {report.sender} vastgelegd.", changes)


@decide.register
def disposed(report: Disposed, state: State) -> Act:
    """Keep what is done with a zienswijze or a response; one that was taken back asks nothing."""
    wanted = folded(report.sender)
    for zienswijze in state.zienswijzen:
        if folded(zienswijze.name) == wanted and zienswijze.awaits_disposition:
            after = zienswijze.dispose(report.disposition, report.on)
            return Act(
                f"Verwerking vastgelegd van de zienswijze van {zienswijze.name}.",
                Changes.replacing([(zienswijze, after)]),
            )
    for response in state.responses:
        if folded(response.sender) == wanted and response.awaits_disposition:
            weighed = response.dispose(report.disposition, report.on)
            return Act(
                f"Verwerking vastgelegd van de reactie van {response.sender}.",
                Changes.replacing([(response, weighed)]),
            )
    raise _nothing_waits(state, report.sender)


def _nothing_waits(state: State, sender: str) -> RefusedError:
    waiting = [z.name for z in state.zienswijzen if z.awaits_disposition]
    waiting += [r.sender for r in state.responses if r.awaits_disposition]
    what = f"Van '{sender}' is geen reactie of zienswijze die nog open staat"
    return RefusedError(unknown(what, sender, waiting) if waiting else f"{what}.")
