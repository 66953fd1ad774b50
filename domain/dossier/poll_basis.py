"""Whether the themes still rest on what people chose: after a count, in words for each theme."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from gehoord.calendar.dutch import enumeration
from gehoord.domain.dossier.poll import Poll
from gehoord.domain.dossier.ranking import Ranked
from gehoord.domain.dossier.theme import Theme

PARTLY: Final = "deels "


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
        more = "kreeg" if len(self.overtaken_by) == 1 else "kregen"
        return (
            f"{self.theme}: staat niet meer vast. Rust op {named}; {others} {more} meer stemmen en "
            "staat in geen thema."
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
    said = [words.removeprefix(PARTLY).strip() for words in theme.rests_on]
    found = [poll.option_called(words) for words in said]
    return list(dict.fromkeys(option.in_words for option in found if option))


def _with_rank(option: Ranked) -> str:
    return f"{option.name} (plaats {option.in_words}, {option.votes} stemmen)"
