# SPDX-License-Identifier: EUPL-1.2
"""What stays out of the public site: for its adviser alone, so that a person can judge it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from gehoord.domain.dossier.filed import Filed
from gehoord.domain.dossier.papers import papers_of
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.errors import GehoordError
from gehoord.domain.nearby import unknown
from gehoord.domain.publicity.masking import Masking
from gehoord.domain.publicity.public_paper import SIGNS_OF_KEY, PublicPaper
from gehoord.law.article import Article
from gehoord.law.woo import DELIBERATION, PRIVACY

FEWEST_SIGNS: Final = 6
"""Of the key of a document: with fewer a slip of the pen names another one."""


@dataclass(frozen=True, slots=True)
class Omission:
    """Something that is not in the site.

    Attributes:
        what: it is, in words; ``key`` is by what a document is named, empty for what is none.
        because: why it is not.
        article: on what ground, where it is one of the Woo.
        is_closed: whether it cannot be added; else it waits for a person to look at it.
    """

    what: str
    key: str
    because: str
    article: Article | None = None
    is_closed: bool = True


def chosen_papers(
    state: State, papers: Sequence[PublicPaper], wanted: Iterable[str]
) -> tuple[PublicPaper, ...]:
    """Return the documents that a person has looked at, each named by its key.

    Raises:
        GehoordError: there is no such document, or it may not be made public.
    """
    keys = {_key(state, papers, key) for key in wanted}
    return tuple(paper for paper in papers if paper.key in keys)


def _key(state: State, papers: Sequence[PublicPaper], wanted: str) -> str:
    """Return the key of the one document that somebody names."""
    found = _begins_with(wanted, papers)
    if len({paper.key for paper in found}) == 1:
        return found[0].key
    if inside := _begins_with(wanted, list(papers_of(state))):
        raise GehoordError(
            f"{inside[0].file or wanted} wordt niet openbaar: {_inside(inside[0])[0]}. Laat "
            f"'--include {wanted}' weg."
        )
    if not papers:
        raise GehoordError(
            f"In dit dossier is nog geen stuk dat openbaar kan worden. Laat '--include {wanted}' "
            "weg."
        )
    keys = sorted({paper.key for paper in papers})
    raise GehoordError(unknown(f"Geen stuk heeft het kenmerk '{wanted}'", wanted, keys))


D = TypeVar("D", PublicPaper, Filed)


def _begins_with(wanted: str, documents: Iterable[D]) -> list[D]:
    """Return the documents of which the SHA-256 begins so; none where that is too short."""
    sought = wanted.strip().casefold()
    if len(sought) < FEWEST_SIGNS:
        return []
    return [each for each in documents if (each.document or "").startswith(sought)]


def left_out(
    state: State, papers: Sequence[PublicPaper], chosen: Sequence[PublicPaper], masked: Masking
) -> list[Omission]:
    """Return all that is not in the site: what a person may still add comes first.

    Args:
        state: the dossier.
        papers: what may be made public.
        chosen: what a person has looked at of that.
        masked: with what it hid in words that are made public.
    """
    taken = {paper.document for paper in chosen}
    waiting = [_waiting(paper) for paper in papers if paper.document not in taken]
    public = {paper.document for paper in papers}
    inside = [_never(each) for each in papers_of(state) if each.document not in public]
    hidden = [
        Omission(f"'{words}' in {where}", "", "lijkt een persoonsgegeven", PRIVACY)
        for where, words in dict.fromkeys(masked.hidden)
    ]
    counts = [
        Omission(f"{what}: {number}", "", why, law) for what, number, why, law in _rest(state)
    ]
    return [*dict.fromkeys([*waiting, *inside]), *hidden, *counts]


def _waiting(paper: PublicPaper) -> Omission:
    said = f"{paper.title}, bestand {paper.file or 'zonder naam'}"
    because = "nog niemand heeft gezegd dat dit stuk is bekeken"
    return Omission(said, paper.key, because, is_closed=False)


def _never(filed: Filed) -> Omission:
    because, article = _inside(filed)
    key = (filed.document or "")[:SIGNS_OF_KEY]
    return Omission(f"bestand {filed.file or 'zonder naam'}", key, because, article)


def _inside(filed: Filed) -> tuple[str, Article | None]:
    """Return why a document is no candidate for the site."""
    if not filed.counts:
        return "het is bij vergissing vastgelegd en ingetrokken", None
    return (
        "het is een stuk voor intern beraad, of nog niet verzonden of vastgesteld",
        DELIBERATION,
    )


def _rest(state: State) -> Iterable[tuple[str, int, str, Article | None]]:
    """Yield what is never in a site, with how many of it there are here."""
    kinds: tuple[tuple[str, int, str, Article | None], ...] = (
        ("reacties van anderen dan raden", len(state.responses), "intern beraad", DELIBERATION),
        ("meelezers", len(state.reviewers), "contactgegevens", PRIVACY),
        ("vastgelegde redenen", len(state.reasons), "intern beraad", DELIBERATION),
        ("verzoeken van partijen", len(state.requests), "intern beraad", DELIBERATION),
        ("eigen woorden in brieven", len(state.own_words), "brieven staan niet op de site", None),
        (
            "beroepen van burgemeesters",
            len(standing(state.appeals)),
            "een zaak van die burgemeester",
            PRIVACY,
        ),
        ("informatiesessies", len(state.sessions), "wie er kwam, is niet openbaar", PRIVACY),
        ("groepen in peilingen", _groups(state), "te herleiden tot personen", PRIVACY),
    )
    return (each for each in kinds if each[1])


def _groups(state: State) -> int:
    return sum(len(poll.groups) for poll in state.polls)
