# SPDX-License-Identifier: EUPL-1.2
"""Does the title of a step say that the beleidsplan itself is adopted in it?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

_ADOPT: Final = re.compile(
    r"\b(?:vaststellen|vastgesteld|vaststelling|vaststellingsbesluit|vaststelt|vaststelde"
    r"|vast te stellen)\b|\b(?:stelt|stellen|stelde|stelden)\b(?=.*\bvast\b)"
)
"""What people write when something is adopted; "stelt het plan vast" holds it in two parts."""
_CLAUSE: Final = re.compile(r"\s[-\u2013\u2014]\s|[:;()]")
_YEARS: Final = re.compile(r"[\d\s\u2013-]+$")
_WORD: Final = re.compile(r"[\w'\u2019-]+")
_PLAN: Final = re.compile(r"(?:\w*-)?\w*beleidsplan|plan|meerjarenplan|regioplan|politieplan")
_OTHER_PLAN: Final = re.compile(r"\bplan van aanpak\b")
_DRAFT: Final = re.compile(r"\b(?:ontwerp|concept|voorlopig|voorgenomen)|\d+\s*%")
_AIM: Final = {"ter", "voor", "na", "tot", "naar", "over", "van"}
_BESLUIT: Final = {"besluit", "besluiten", "beslissen", "beslissing", "besluitvorming"}
_SMALL: Final = re.compile(
    r"de|het|een|dit|ons|onze|hun|zelf|is|zijn|wordt|worden|werd|was|door|in|op|bij|en|te|om|dan"
    r"|als|van|tot|over|vast|alle|leden|nieuwe?|hele|volledige|samen|gezamenlijk|unaniem"
    r"|definitieve?|formeel|formele|bestuurlijke?|regionaal|regionale|integraal|integrale|eind"
    r"|besluit|besluiten|vergadering|overleg|bestuur|eenheid|politie|justitie"
    r"|burgemeesters?|regioburgemeester|hoofdofficier"
)
"""Words that leave what is adopted as it is: articles, who does it, how and where."""


@dataclass(frozen=True, slots=True)
class Names:
    """How a proposal names its plan, and the bodies of its unit; all in small letters.

    Attributes:
        whole: the names of the plan as they are written, without years.
        short: its short forms, such as imv.
        bodies: the words of the names of the bodies.
    """

    whole: tuple[str, ...]
    short: frozenset[str]
    bodies: frozenset[str]

    @classmethod
    def of(cls, plan: Iterable[str], bodies: Iterable[str]) -> "Names":
        """Return the words by which a plan and the bodies go.

        Args:
            plan: its name and title.
            bodies: their names and ids.
        """
        known = [name.strip() for name in plan]
        whole = {_YEARS.sub("", name).casefold() for name in known} - {""}
        short = {word.casefold() for name in known for word in re.findall(r"\b[A-Z]{2,}\b", name)}
        named = {word for name in bodies for word in _WORD.findall(name.casefold())}
        return cls(tuple(sorted(whole, key=len, reverse=True)), frozenset(short), frozenset(named))

    def plainly(self, title: str) -> str:
        """Return a title in small letters, with the plan called by no other name than plan."""
        said = title.casefold()
        for name in self.whole:
            said = re.sub(rf"\b{re.escape(name)}(?!\w)", "plan", said)
        return said


def adopts_plan(title: str, names: Names) -> bool:
    """Whether a title says that the plan is adopted, and not something about it or beside it.

    A title that names nothing ("formele vaststelling") is about the plan.

    >>> names = Names.of(["IMV 2024-2027"], ["RBOP"])
    >>> [adopts_plan(t, names) for t in ("IMV vaststellen", "thema's van het IMV vaststellen")]
    [True, False]
    """
    said = names.plainly(title)
    clauses = _CLAUSE.split(said)
    adopting = [clause for clause in clauses if _ADOPT.search(clause)]
    if not adopting or is_about_draft(said) or _OTHER_PLAN.search(said):
        return False
    return all(_is_of_plan(clause, clauses, names) for clause in adopting)


def is_about_draft(title: str) -> bool:
    """Whether a title says itself that it is about a draft, or that nothing is final yet."""
    return bool(_DRAFT.search(title.casefold()))


def _is_of_plan(clause: str, clauses: list[str], names: Names) -> bool:
    verb = _ADOPT.search(clause)
    if verb is None or not _is_done_itself(clause[: verb.start()]):
        return False
    objects = list(_objects(clause, names))
    if not objects:
        rest = " ".join(other for other in clauses if other is not clause)
        objects = list(_objects(rest, names))
    return not objects or objects[0] == _THE_PLAN


def _is_done_itself(before: str) -> bool:
    """Whether the adoption is the deed: not prepared, asked for or looked back on."""
    words = _WORD.findall(before)
    while words and words[-1] in ("de", "het", "een", "formele", "definitieve"):
        words.pop()
    if not words or words[-1] not in _AIM:
        return True
    return len(words) > 1 and words[-2] in _BESLUIT


_THE_PLAN: Final = "het plan"


def _objects(clause: str, names: Names) -> Iterator[str]:
    """Yield what a clause is about, word by word; the first is what the adoption is of."""
    for word in _WORD.findall(_ADOPT.sub(" ", clause)):
        if word in names.short or _PLAN.fullmatch(word):
            yield _THE_PLAN
        elif not _SMALL.fullmatch(word) and word not in names.bodies and not word[0].isdigit():
            yield word
