# SPDX-License-Identifier: EUPL-1.2
"""What the mail with a draft says to each reader: of what he had before, and of what follows."""

from collections.abc import Iterator
from datetime import date

from gehoord.domain.dossier.answers import points_by_answer
from gehoord.domain.dossier.circulated import version_before
from gehoord.domain.dossier.circulation import Circulation, SentTo
from gehoord.domain.dossier.promised import promised_with
from gehoord.domain.dossier.read_before import read_before
from gehoord.domain.dossier.rounds_answered import Answered, critical_of
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.nearby import folded
from gehoord.templates.drafts import DraftTold


def told_to_each(
    state: State, circulation: Circulation, version: DraftVersion, on: date
) -> Iterator[tuple[SentTo, DraftTold]]:
    """Yield each reader of a draft with what the mail says to him.

    Args:
        state: the dossier.
        circulation: what goes out, and to whom; ``version`` is what it carries.
        version: see ``circulation``.
        on: the day.
    """
    before = version_before(state, version)
    considered = _considered(state, before)
    follows = tuple(each.in_words(on) for each in promised_with(state, version))
    for reader in circulation.sent_to:
        is_considered = considered.get(folded(reader.name))
        yield (
            reader,
            DraftTold(
                version=version,
                before=read_before(state, version, reader),
                respond_by=circulation.respond_by,
                is_voluntary=circulation.is_voluntary,
                follows=follows,
                critical_of=None if is_considered is None else before,
                is_considered=bool(is_considered),
            ),
        )


def _considered(state: State, before: DraftVersion | None) -> dict[str, bool]:
    """Return of each critic of the version before, by folded name, whether he has an answer."""
    points = points_by_answer(state)
    found: dict[str, bool] = {}
    for each in critical_of(state, before) if before else []:
        is_open = Answered(each, tuple(points.get(each.id, ())), lateness="").is_open
        name = folded(each.sender)
        found[name] = found.get(name, True) and not is_open
    return found
