# SPDX-License-Identifier: EUPL-1.2
"""A poll as people read it: the options by their votes in each group, and what was not read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gehoord.calendar.dutch import counted, day_in_words, enumeration
from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.dossier.poll import (
    FEWEST,
    Poll,
    PollGroup,
    PollOption,
    PollStage,
    latest_poll,
    total_of,
)
from gehoord.domain.dossier.poll_basis import bases_of
from gehoord.domain.dossier.ranking import ranked
from gehoord.domain.dossier.state import State

Row = Mapping[str, str]


def poll_rows(options: Sequence[PollOption], groups: Sequence[PollGroup]) -> list[Row]:
    """Return a row for each option, the one with most votes of all first.

    In each group stand the votes, with the rank behind them; a tie is shown.
    """
    if not options:
        return []
    names = [option.in_words for option in options]
    columns = [
        {each.name: each for each in ranked(zip(names, votes, strict=True))}
        for votes in zip(*(option.votes for option in options), strict=True)
    ]
    first = columns[total_of([group.name for group in groups])]
    kinds = {option.in_words: option for option in options}
    return [
        {
            "Soort": kinds[name].kind,
            "Optie": kinds[name].name,
            **{
                heading(group): f"{column[name].votes} ({column[name].in_words})"
                for group, column in zip(groups, columns, strict=True)
            },
        }
        for name in sorted(first, key=lambda name: first[name].rank)
    ]


def heading(group: PollGroup) -> str:
    """Return what stands above the votes of a group."""
    if group.size is None:
        return group.name
    return f"{group.name}, {counted(group.size, 'respondent', 'respondenten')}"


def poll_title(poll: Poll) -> str:
    """Return which count it is, of which day and of how many people."""
    who = counted(poll.respondents, "respondent", "respondenten")
    return f"{poll.stage.capitalize()} van {day_in_words(poll.counted_on)}: {who}"


def left_out(headings: Iterable[str], joined: Iterable[str] = ()) -> str:
    """Return what of a file was not read, and which groups were too small to be shown; or nothing.

    Args:
        headings: of the columns that were not read.
        joined: the groups that went into one.
    """
    columns, groups = ([f"'{name}'" for name in names] for names in (headings, joined))
    told = []
    if columns:
        told.append(
            f"Niet gelezen en niet bewaard: {enumeration(columns)}. Van wie antwoordde, bewaart "
            "Gehoord niets."
        )
    if groups:
        told.append(
            "Samengevoegd, omdat anders te zien is wie wat koos (minder dan "
            f"{FEWEST} mensen): {enumeration(groups)}."
        )
    return " ".join(told)


@dataclass(frozen=True, slots=True)
class PollPart:
    """A count of a poll on a page.

    Attributes:
        title: which count, of which day and of how many people.
        headings: above the columns; ``rows`` are the options, most votes first.
        bases: how each chosen theme stands after it, a sentence each; of a final count only.
        withdrawn: that it does not count any more, and why; empty while it does.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    bases: tuple[str, ...]
    withdrawn: str


def poll_part(poll: Poll, themes: Besluit | None) -> PollPart:
    """Return a count, with how the themes that were chosen stand after it."""
    rows = poll_rows(poll.options, poll.groups)
    is_judged = themes is not None and poll.stage is PollStage.FINAL and poll.counts
    return PollPart(
        title=poll_title(poll),
        headings=tuple(rows[0]) if rows else (),
        rows=tuple(tuple(row.values()) for row in rows),
        bases=tuple(b.in_words for b in bases_of(themes.chosen_themes, poll))
        if themes and is_judged
        else (),
        withdrawn=poll.withdrawal_in_words,
    )


def newest_poll(state: State) -> PollPart | None:
    """Return the newest count of a dossier that was not withdrawn, if there is one."""
    poll = latest_poll(state.polls)
    return poll_part(poll, state.themes()) if poll else None
