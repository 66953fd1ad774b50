# SPDX-License-Identifier: EUPL-1.2
"""Whether the themes still rest on what people chose: after a count, in words for each theme."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from gehoord.calendar.dutch import enumeration
from gehoord.domain.dossier.poll import OptionKind, Poll
from gehoord.domain.dossier.ranking import Ranked
from gehoord.domain.dossier.theme import Theme
from gehoord.domain.nearby import unknown

_PARTLY: Final = re.compile(r"deels\b[\s:]*", re.IGNORECASE)
_OF_POLL: Final = re.compile(rf"(deels|{'|'.join(OptionKind)})\b", re.IGNORECASE)
"""With what begins what can only be meant as an option of a poll."""


@dataclass(frozen=True, slots=True)
class ThemeBasis:
    """How a theme stands after a count.

    Attributes:
        theme: its name.
        options: those of the poll on which it rests, with their rank, the highest first.
        overtaken_by: what no theme rests on and has more votes than all of these.
    """

    theme: str
    options: tuple[Ranked, ...]
    overtaken_by: tuple[Ranked, ...]

    @property
    def stands(self) -> bool:
        """Whether nothing that was left out has more votes than all it rests on."""
        return not self.overtaken_by

    @property
    def in_words(self) -> str:
        """What it rests on, and whether it still does."""
        if not self.options:
            return f"{self.theme}: rust niet op een optie van de peiling."
        named = enumeration([_with_rank(option) for option in self.options])
        if self.stands:
            return f"{self.theme}: blijft staan. Rust op {named}."
        others = enumeration([_with_rank(option) for option in self.overtaken_by])
        is_one = len(self.overtaken_by) == 1
        more, stand = ("kreeg", "staat") if is_one else ("kregen", "staan")
        return (
            f"{self.theme}: staat niet meer vast. Rust op {named}; {others} {more} meer stemmen en "
            f"{stand} in geen thema."
        )


def bases_of(themes: Iterable[Theme], poll: Poll) -> list[ThemeBasis]:
    """Return for each theme on which options it rests, and what overtook it.

    A theme stands while no option that every theme leaves out has more votes than the strongest on
    which it rests: the vote for what was left out would have been the better ground.
    """
    ranks, chosen = poll.ranks(), list(themes)
    resting = {theme.name: _options(theme, poll) for theme in chosen}
    used = {name for names in resting.values() for name in names}
    left_out = [each for each in poll.ranking() if each.name not in used]
    return [
        _basis(theme.name, [ranks[name] for name in resting[theme.name]], left_out)
        for theme in chosen
    ]


def _basis(theme: str, options: list[Ranked], left_out: list[Ranked]) -> ThemeBasis:
    strongest = max((option.votes for option in options), default=None)
    over = [each for each in left_out if strongest is not None and each.votes > strongest]
    return ThemeBasis(theme, tuple(sorted(options, key=lambda each: each.rank)), tuple(over))


def _options(theme: Theme, poll: Poll) -> list[str]:
    """Return the options that a theme rests on, in whole or in part, by their words."""
    found = [poll.options_called(_whole(words)) for words in theme.rests_on]
    return list(dict.fromkeys(options[0].in_words for options in found if len(options) == 1))


def _whole(words: str) -> str:
    """Return what is rested on, be it in part."""
    return _PARTLY.sub("", words, count=1) if _PARTLY.match(words) else words


def unclear_bases(themes: Iterable[Theme], poll: Poll) -> Iterator[str]:
    """Yield a sentence for each ground that reads as an option of the poll, and is not one of it.

    What rests on the safety picture or a local priority is no option, and nothing is said of it.
    """
    for theme in themes:
        for words in theme.rests_on if poll.options else ():
            options, what = poll.options_called(_whole(words)), f"{theme.name} rust op '{words}'"
            if len(options) > 1:
                names = enumeration([f"'{option.in_words}'" for option in options])
                yield f"Let op: {what}, en dat kan {names} zijn. Noem de soort erbij."
            elif not options and _OF_POLL.match(words):
                known = [option.in_words for option in poll.options]
                said = f"Let op: {what}, en dat is geen optie van de peiling"
                yield unknown(said, _whole(words), known)


def _with_rank(option: Ranked) -> str:
    return f"{option.name} (plaats {option.in_words}, {option.votes} stemmen)"
