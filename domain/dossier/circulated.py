# SPDX-License-Identifier: EUPL-1.2
"""Which draft went to whom to be read, who responded to it, and who was critical of the last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gehoord.domain.dossier.circulation import Circulation, SentTo
from gehoord.domain.dossier.handed import Handed, handed
from gehoord.domain.dossier.readers import bare_name, keys_by_name
from gehoord.domain.dossier.rounds_answered import critical_of
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.dossier.zienswijze import Response
from gehoord.domain.nearby import folded


@dataclass(frozen=True, slots=True)
class RoundRead:
    """A version that went to be read in a step, at one time or more.

    Attributes:
        step: the id of the step.
        version: the version, as it first went out.
        sent: each time that it did, by number.
        handed: what became of it for each for whom it was meant, once.
        readers: who has it: it left, or he responded to it.
        waiting: who of them did not respond to it.
    """

    step: str
    version: DraftVersion
    sent: tuple[Circulation, ...]
    handed: tuple[Handed, ...]
    readers: tuple[SentTo, ...]
    waiting: tuple[SentTo, ...]

    @property
    def respond_by(self) -> date | None:
        """The last day to respond for who got it last; that day counts."""
        return max((each.respond_by for each in self.sent if each.respond_by), default=None)

    @property
    def left_on(self) -> date:
        """The day on which it left first; that on which it was to, as long as it did not."""
        left = [each.left_on for each in self.handed if each.has_it]
        return min(left, default=self.sent[0].sent_on)

    @property
    def to_leave(self) -> tuple[str, ...]:
        """The names of those for whom its mail is still to leave."""
        return tuple(e.reader.name for e in self.handed if e.is_to_leave and self._lacks(e))

    @property
    def missed(self) -> tuple[str, ...]:
        """The names of those who do not get it: its mail did not arrive, or was withdrawn."""
        return tuple(e.reader.name for e in self.handed if not e.is_to_leave and self._lacks(e))

    def _lacks(self, one: Handed) -> bool:
        return one.reader not in self.readers

    @property
    def is_voluntary(self) -> bool:
        """Whether responding is free."""
        return all(each.is_voluntary for each in self.sent)


def rounds_read(state: State) -> list[RoundRead]:
    """Return every version that went to be read, in the order in which it did, step by step."""
    found: dict[tuple[str, str], list[Circulation]] = {}
    versions = {version.id: version for version in state.versions}
    there = (each for each in standing(state.circulations) if each.version in versions)
    for each in sorted(there, key=lambda each: each.number):
        found.setdefault((each.step, versions[each.version].content_id), []).append(each)
    return [_round(state, versions[sent[0].version], sent) for sent in found.values()]


def _round(state: State, version: DraftVersion, sent: Sequence[Circulation]) -> RoundRead:
    meant = tuple(handed(state, sent))
    by_name = keys_by_name(state, [each.reader for each in meant])
    responded = {by_name.get(bare_name(each.sender)) for each in responses_to(state, version)}
    readers = tuple(e.reader for e in meant if e.has_it or e.reader.recipient in responded)
    waiting = tuple(reader for reader in readers if reader.recipient not in responded)
    return RoundRead(sent[0].step, version, tuple(sent), meant, readers, waiting)


def circulations_of(
    state: State, version: DraftVersion, step: str | None = None
) -> list[Circulation]:
    """Return how the content of a version went out, by number; in one step or in all."""
    same = _same_content(state, version)
    there = state.circulations if step is None else state.circulations.where(step=step)
    found = [each for each in standing(there) if each.version in same]
    return sorted(found, key=lambda each: each.number)


def responses_to(state: State, version: DraftVersion) -> list[Response]:
    """Return what was answered on the content of a version."""
    same = _same_content(state, version)
    return [each for each in standing(state.responses) if each.version in same]


def version_before(state: State, version: DraftVersion) -> DraftVersion | None:
    """Return the newest other version before this one that somebody was sent and has."""
    same = _same_content(state, version)
    read = _versions_read(state)
    earlier = [
        each
        for each in standing(state.versions)
        if each.is_of_plan and each.id not in same and each.number < version.number
    ]
    newest_first = sorted(earlier, key=lambda each: each.number, reverse=True)
    return next((v for v in newest_first if read & _same_content(state, v)), None)


def _versions_read(state: State) -> set[str]:
    """Return the ids of the versions that went to be read and that some reader has."""
    return {each.version for one in rounds_read(state) if one.readers for each in one.sent}


def critics(state: State, version: DraftVersion) -> list[str]:
    """Return who were critical of a version, each once: a reader by the name under which he got it.

    Anybody else goes by the name of the sender.
    """
    readers = [each.reader for each in handed(state, circulations_of(state, version))]
    by_key = {reader.recipient: reader.name for reader in readers}
    keys = keys_by_name(state, readers)
    senders = [each.sender for each in critical_of(state, version)]
    found = [by_key.get(keys.get(bare_name(name), ""), name) for name in senders]
    return list({folded(name): name for name in found}.values())


def draft_in_words(version: DraftVersion) -> str:
    """Return how a sentence names a version: "de 70%-versie"; without a percentage its title."""
    if version.completeness is None:
        return f"'{version.title}'"
    return f"de {version.completeness}%-versie"


def _same_content(state: State, version: DraftVersion) -> set[str]:
    return {v.id for v in state.versions if v.content_id == version.content_id}
