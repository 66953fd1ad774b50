# SPDX-License-Identifier: EUPL-1.2
"""What cannot be so in a count of a poll, whichever way it came in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gehoord.domain.dossier.poll import PollGroup, PollOption, is_total, total_of
from gehoord.domain.nearby import folded, unknown


@dataclass(frozen=True, slots=True)
class PollFault:
    """Something that cannot be so.

    Attributes:
        option: the place of the option it is about; nothing when it is about the whole.
        group: the place of the group whose votes are wrong; nothing when they are not.
        text: what is wrong and what to do, without a full stop at its end.
    """

    option: int | None
    group: int | None
    text: str


def faults_in(
    options: Sequence[PollOption],
    groups: Sequence[PollGroup],
    respondents: int | None,
    known: Sequence[PollOption] = (),
) -> Iterator[PollFault]:
    """Yield all that is wrong in a count.

    Args:
        options: with a number of votes for each group.
        groups: in their order.
        respondents: how many answered; nothing when that is not known yet.
        known: the options of the interim count, of a final one; none without one.
    """
    if unclear := list(unclear_total(groups)):
        yield from unclear
        return
    seen: set[str] = set()
    for place, option in enumerate(options):
        if folded(option.in_words) in seen:
            yield PollFault(place, None, f"'{option.in_words}' staat er twee keer; haal er een weg")
        seen.add(folded(option.in_words))
        yield from _too_many(place, option, groups, respondents)
    if known:
        yield from _not_as_before(options, known)


def unclear_total(groups: Sequence[PollGroup]) -> Iterator[PollFault]:
    """Yield that it cannot be told which of several groups is everybody."""
    totals = [f"'{group.name}'" for group in groups if is_total(group.name)]
    if len(groups) < 2 or len(totals) == 1:
        return
    what = f"{' en '.join(totals)} zijn allebei" if totals else "geen groep heet"
    how = "naar iedereen genoemd" if totals else "'Totaal', 'Overall' of 'Allen'"
    yield PollFault(None, None, f"{what} {how}; noem zo alleen de groep van alle respondenten")


def _too_many(
    place: int, option: PollOption, groups: Sequence[PollGroup], respondents: int | None
) -> Iterator[PollFault]:
    total = total_of([group.name for group in groups])
    for number, (group, votes) in enumerate(zip(groups, option.votes, strict=True)):
        most = _most(group, respondents if number == total else None)
        if votes < 0:
            yield PollFault(place, number, f"{votes} is geen aantal; schrijf een getal vanaf 0")
        elif most is not None and votes > most:
            said = f"{votes} stemmen zijn meer dan de {most} respondenten"
            yield PollFault(place, number, f"{said}; verbeter een van beide")
        elif number != total and votes > option.votes[total]:
            said = f"{votes} stemmen zijn meer dan de {option.votes[total]} van"
            yield PollFault(place, number, f"{said} '{groups[total].name}'; verbeter een van beide")


def _most(group: PollGroup, respondents: int | None) -> int | None:
    sizes = [size for size in (group.size, respondents) if size is not None]
    return min(sizes, default=None)


def _not_as_before(
    options: Sequence[PollOption], known: Sequence[PollOption]
) -> Iterator[PollFault]:
    """Yield what the interim count does not have, or has and this one has not."""
    names = [option.in_words for option in known]
    before, now = set(map(folded, names)), {folded(option.in_words) for option in options}
    for place, option in enumerate(options):
        if folded(option.in_words) not in before:
            what = f"'{option.in_words}' stond niet in de tussenstand"
            yield PollFault(place, None, unknown(what, option.in_words, names).removesuffix("."))
    for name in names:
        if folded(name) not in now:
            yield PollFault(None, None, f"'{name}' van de tussenstand ontbreekt; zet het erbij")
