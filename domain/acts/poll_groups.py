# SPDX-License-Identifier: EUPL-1.2
"""Groups of so few respondents that their choice can be traced to persons, and leaving them out.

What can be traced to a person is about that person (AVG, art. 4 onder 1).
"""

from collections.abc import Iterator, Sequence

from gehoord.calendar.dutch import counted
from gehoord.domain.dossier.poll import FEWEST, PollGroup, PollOption, total_of
from gehoord.domain.errors import RefusedError
from gehoord.domain.nearby import meant, unknown


def without(
    named: Sequence[str], options: Sequence[PollOption], groups: Sequence[PollGroup]
) -> tuple[tuple[PollOption, ...], tuple[PollGroup, ...]]:
    """Return a count without the columns of the groups that are named.

    Raises:
        RefusedError: there is no such group, or it is everybody.
    """
    names = [group.name for group in groups]
    out = {names.index(_meant(name, names)) for name in named}
    if groups and total_of(names) in out:
        raise RefusedError(
            f"'{names[total_of(names)]}' telt iedereen; die kolom kan niet worden weggelaten.",
            field="weglaten",
        )
    kept = [place for place in range(len(groups)) if place not in out]
    return (
        tuple(o.model_copy(update={"votes": tuple(o.votes[n] for n in kept)}) for o in options),
        tuple(groups[n] for n in kept),
    )


def traceable(groups: Sequence[PollGroup], respondents: int) -> Iterator[str]:
    """Yield a warning for each group of too few, and for what follows of who are left over.

    Args:
        groups: those that are kept; of one without a size nothing can be said.
        respondents: how many answered, all groups together.
    """
    total = total_of([group.name for group in groups])
    apart = [group for place, group in enumerate(groups) if place != total]
    yield from map(_of_group, filter(_is_small, apart))
    yield from _of_who_are_left(apart, respondents)


def _is_small(group: PollGroup) -> bool:
    return group.size is not None and 0 < group.size < FEWEST


def _of_group(group: PollGroup) -> str:
    return (
        f"Let op: groep '{group.name}' heeft {_people(group.size or 0)}; haar keuze is tot "
        "personen te herleiden. Die kolom kunt u weglaten ('weglaten')."
    )


def _of_who_are_left(apart: Sequence[PollGroup], respondents: int) -> Iterator[str]:
    """Yield that the total gives away what a few chose who are in no other group."""
    sizes = [group.size for group in apart if group.size is not None]
    left = respondents - sum(sizes)
    if apart and len(sizes) == len(apart) and 0 < left < FEWEST:
        yield (
            f"Let op: wie in geen van de groepen met een eigen kolom zit, dat is {_people(left)}, "
            "is uit het totaal te herleiden. Laat dan nog een kolom weg ('weglaten')."
        )


def _people(number: int) -> str:
    return counted(number, "respondent", "respondenten")


def _meant(name: str, names: Sequence[str]) -> str:
    found = meant(name, names)
    if found is None:
        raise RefusedError(unknown(f"Er is geen groep '{name}'", name, names), field="weglaten")
    return found
