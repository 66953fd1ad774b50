"""A draft that went to be read is withdrawn with the version that it is."""

from gehoord.domain.dossier.changes import Changes
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.withdrawn import standing


def circulations_follow(state: State, changes: Changes) -> Changes:
    """Return how the sending of these versions is withdrawn, of those that are."""
    gone = {v.id: v for v in changes.of(DraftVersion)[0] if v.withdrawn_on}
    if not gone:
        return Changes()
    sent = [each for each in standing(state.circulations) if each.version in gone]
    return Changes.replacing(
        (each, each.withdraw(gone[each.version].withdrawn_because, on))
        for each in sent
        if (on := gone[each.version].withdrawn_on)
    )
