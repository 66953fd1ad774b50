# SPDX-License-Identifier: EUPL-1.2
"""What was asked of many and is told in numbers alone: priorities and the poll."""

from dataclasses import dataclass
from datetime import date

from gehoord.domain.dossier.poll import FEWEST, OptionKind, Poll, PollStage, is_total, latest_poll
from gehoord.domain.dossier.ranking import Ranked
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.survey import answers, counted_priorities
from gehoord.domain.publicity.masking import Masking


@dataclass(frozen=True, slots=True)
class PublicPoll:
    """The final count of the poll, of everybody together: no group is told apart.

    Who knows one group and the whole knows the others, so that a small one cannot be hidden.
    """

    counted_on: date
    respondents: int
    ranking: tuple[Ranked, ...]
    has_levers: bool


@dataclass(frozen=True, slots=True)
class PublicPriorities:
    """In how many municipalities a subject is a priority; ``others`` are those of fewer."""

    answered: int
    counted: tuple[tuple[str, int], ...]
    others: int


def public_poll(state: State, masked: Masking) -> PublicPoll | None:
    """Return the final count once the themes are chosen, if enough people answered."""
    poll = latest_poll(state.polls, PollStage.FINAL) if state.themes() else None
    if poll is None or poll.respondents < FEWEST or not poll.options or not _counts_all(poll):
        return None
    ranking = tuple(
        Ranked(masked(each.name, "de peiling"), each.votes, each.rank, each.is_shared)
        for each in poll.ranking()
    )
    has_levers = any(option.kind is OptionKind.LEVER for option in poll.options)
    return PublicPoll(poll.counted_on, poll.respondents, ranking, has_levers)


def _counts_all(poll: Poll) -> bool:
    """Whether a column counts everybody: without one, the last column is that of a group."""
    return len(poll.groups) == 1 or any(is_total(group.name) for group in poll.groups)


def public_priorities(state: State, masked: Masking) -> PublicPriorities | None:
    """Return the subjects that at least three municipalities name; nothing before the themes.

    Until the themes are chosen it is what they are chosen from.
    """
    if state.themes() is None or not state.priorities:
        return None
    every = counted_priorities(state)
    told = [each for each in every if each.number >= FEWEST]
    return PublicPriorities(
        len(answers(state)),
        tuple((masked(each.name, "de prioriteiten"), each.number) for each in told),
        len(every) - len(told),
    )
