"""Which draft went to whom to be read, who responded to it, and who was critical of the last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gehoord.domain.dossier.circulation import Circulation, SentTo
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
        readers: to whom, each once, where it went last.
        waiting: who of them did not respond to it.
    """

    step: str
    version: DraftVersion
    sent: tuple[Circulation, ...]
    readers: tuple[SentTo, ...]
    waiting: tuple[SentTo, ...]

    @property
    def respond_by(self) -> date | None:
        """The last day to respond for who got it last; that day counts."""
        return max((each.respond_by for each in self.sent if each.respond_by), default=None)

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
    readers = readers_of(state, sent)
    by_name = keys_by_name(state, readers)
    responded = {by_name.get(bare_name(each.sender)) for each in responses_to(state, version)}
    waiting = (reader for reader in readers if reader.recipient not in responded)
    return RoundRead(sent[0].step, version, tuple(sent), tuple(readers), tuple(waiting))


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
    """Return the newest other version before this one that went to be read."""
    same = _same_content(state, version)
    read = {each.version for each in standing(state.circulations)}
    earlier = [
        each
        for each in standing(state.versions)
        if each.is_of_plan and each.id not in same and each.number < version.number
    ]
    newest_first = sorted(earlier, key=lambda each: each.number, reverse=True)
    return next((v for v in newest_first if read & _same_content(state, v)), None)


def critics(state: State, version: DraftVersion) -> list[str]:
    """Return who were critical of a version, each once: a reader by the name under which he got it.

    Anybody else goes by the name of the sender.
    """
    readers = readers_of(state, circulations_of(state, version))
    by_key = {reader.recipient: reader.name for reader in readers}
    keys = keys_by_name(state, readers)
    senders = [each.sender for each in critical_of(state, version)]
    found = [by_key.get(keys.get(bare_name(name), ""), name) for name in senders]
    return list({folded(name): name for name in found}.values())


def readers_of(state: State, sent: Sequence[Circulation]) -> list[SentTo]:
    """Return to whom these went, each once, where it went last.

    Not who was named by mistake, nor who is of a municipality that ceased to exist.
    """
    gone = {each.key for each in state.reviewers if not each.counts}
    ceased = {municipality.code for municipality in state.municipalities if municipality.until}
    found = {one.recipient: one for each in sent for one in each.sent_to}
    return [one for one in found.values() if not {one.recipient, one.code} & (gone | ceased)]


def draft_in_words(version: DraftVersion) -> str:
    """Return how a sentence names a version: "de 70%-versie"; without a percentage its title."""
    if version.completeness is None:
        return f"'{version.title}'"
    return f"de {version.completeness}%-versie"


def _same_content(state: State, version: DraftVersion) -> set[str]:
    return {v.id for v in state.versions if v.content_id == version.content_id}
