"""Which words of a dossier are free text, and what is left of them once a name is erased."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from gehoord.domain.dossier.action import Action
from gehoord.domain.dossier.appeal import Appeal
from gehoord.domain.dossier.assent import Assent
from gehoord.domain.dossier.besluit import Besluit
from gehoord.domain.dossier.choices import BodyChoice, CandidateList
from gehoord.domain.dossier.circulation import Circulation
from gehoord.domain.dossier.cluster import Cluster
from gehoord.domain.dossier.condition import Condition
from gehoord.domain.dossier.dossier import Dossier, FrozenMunicipality, PlanLine
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.info_session import InfoSession
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.domain.dossier.local_priorities import LocalPriorities
from gehoord.domain.dossier.message import Message
from gehoord.domain.dossier.own_words import OwnWords
from gehoord.domain.dossier.point import Point
from gehoord.domain.dossier.poll import Poll
from gehoord.domain.dossier.queued import KeptDocument
from gehoord.domain.dossier.reason import Reason
from gehoord.domain.dossier.receipt import Receipt
from gehoord.domain.dossier.rehearing import Rehearing
from gehoord.domain.dossier.request import PartyRequest
from gehoord.domain.dossier.reviewer import Reviewer
from gehoord.domain.dossier.safety_picture import SafetyPicture
from gehoord.domain.dossier.strength_table import StrengthTable
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.zienswijze import Response, Zienswijze
from gehoord.domain.frozen import Frozen

MARK: Final = "[gewist]"
"""What stands where a name stood."""

_WITHDRAWN: Final = "withdrawn_because"
FREE_TEXT: Final[dict[type[Frozen], tuple[str, ...]]] = {
    Dossier: ("title", "proposal", "eenheid", "added", "addresses", "meetings", "letterhead"),
    FrozenMunicipality: ("griffie_address", "burgemeester_address", "safety_address"),
    PlanLine: ("title", "moved_because"),
    Action: ("title", "owner_name"),
    DraftVersion: (
        "title", "file", "correction", "changed", "filed_because", "displaced", "reopened",
        "follows", _WITHDRAWN,
    ),
    Hearing: ("reason", "reason_by", "respite_because", "agenda"),
    Rehearing: ("because", "about", "hearings", "actions", _WITHDRAWN),
    Zienswijze: ("file", "text", "disposition", _WITHDRAWN),
    Response: ("file", "sender", "text", "disposition", _WITHDRAWN),
    Point: ("sender", "subject", "text", "main_line", "explanation", _WITHDRAWN),
    Besluit: ("file", "text", "themes", "advised_by", _WITHDRAWN),
    Assent: (_WITHDRAWN,),
    Condition: ("text", "lifted_by", "lifted_how", _WITHDRAWN),
    Reason: ("ground", _WITHDRAWN),
    Appeal: ("text",),
    PartyRequest: ("name", "text", "answer", _WITHDRAWN),
    Poll: ("groups", "options", _WITHDRAWN),
    CandidateList: ("names", _WITHDRAWN),
    BodyChoice: ("by_name", "chosen", _WITHDRAWN),
    StrengthTable: ("file", "source", "accepted", "lines", "growth", _WITHDRAWN),
    LocalPriorities: ("file", "priorities", "source", _WITHDRAWN),
    Cluster: ("name", "members", _WITHDRAWN),
    SafetyPicture: ("file", "maker", "themes", _WITHDRAWN),
    InfoSession: ("place", "invited", "called_off_because", "attendance", _WITHDRAWN),
    Reviewer: ("name", "address", _WITHDRAWN),
    Circulation: ("sent_to", _WITHDRAWN),
    OwnWords: ("text", _WITHDRAWN),
    Receipt: ("said", "content", "file"),
    Message: (
        "address", "reached", "dead", "missed", "failure", "subject", "body", "attachments",
    ),
}  # fmt: skip
"""The fields in which people write what they like, or in which an address stands."""

DELIVERY: Final = ("address", "reached", "dead", "missed", "failure")
"""Of a message that left only where it went is erased: what it says was sent, and is archived."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """What an erasing changes, and what it leaves.

    Attributes:
        rows: each object as it is, and as it becomes.
        lines: each line of the journal as it is, and as it becomes.
        documents: those that are called otherwise from now on.
        sent: how many messages that left say one of the words; they stay.
        is_rewritten: whether the database wrote its files anew afterwards.
    """

    rows: list[tuple[Frozen, Frozen]] = field(default_factory=list)
    lines: list[tuple[JournalEntry, JournalEntry]] = field(default_factory=list)
    documents: list[KeptDocument] = field(default_factory=list)
    sent: int = 0
    is_rewritten: bool = True

    def __bool__(self) -> bool:
        return bool(self.rows or self.lines or self.documents)


class Eraser:
    """Takes words out of texts, wherever they stand as words of their own.

    Args:
        words: names, addresses and telephone numbers, as they were written; capitals do not count.
    """

    def __init__(self, words: Iterable[str]) -> None:
        longest_first = sorted({w.strip() for w in words}, key=lambda word: (-len(word), word))
        self._found = re.compile("|".join(map(_alone, longest_first)), re.IGNORECASE)

    def finds(self, text: str) -> bool:
        """Whether one of the words stands in a text."""
        return bool(self._found.search(text))

    def of(self, content: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
        """Return an object, as JSON has it, without these words in the fields of these names."""
        return {
            name: self.without(value) if name in names else value for name, value in content.items()
        }

    def without(self, value: Any) -> Any:
        """Return any value of JSON without these words; what holds none stays as it is."""
        match value:
            case str():
                return self._text(value) if self.finds(value) else value
            case Mapping():
                return {key: self.without(each) for key, each in value.items()}
            case list() | tuple():
                return self._list(value)
            case _:
                return value

    def _list(self, values: Iterable[Any]) -> list[Any]:
        """Return a list without these words; an address that is erased leaves no empty place."""
        erased = [(each, self.without(each)) for each in values]
        return [after for before, after in erased if after != "" or before == ""]

    def _text(self, text: str) -> str:
        if text.startswith(("{", "[")) and (content := _json_in(text)) is not None:
            return self._json(content)
        parts = text.split(", ")
        if all(_ADDRESS.fullmatch(part) for part in parts):
            return ", ".join(part for part in parts if not self.finds(part))
        return self._found.sub(MARK, text)

    def _json(self, content: Any) -> str:
        erased = self.without(content)
        if isinstance(erased, dict):
            _mend(erased)
        return json.dumps(erased, ensure_ascii=False, separators=(",", ":"))


def _alone(word: str) -> str:
    """Return the pattern of a word that is no part of another one, or of another address."""
    spaced = r"\s+".join(map(re.escape, word.split()))
    if "@" in word:
        return rf"(?<![\w.+-]){spaced}(?![\w-]|\.\w)"
    return rf"(?<!\w){spaced}(?!\w)"


_ADDRESS: Final = re.compile(r"[^\s@,]+@[^\s@,]+")


def _json_in(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _mend(content: dict[str, Any]) -> None:
    """Let a unit or a letterhead be read again: no address, and no line that says nothing."""
    for name in ("briefhoofd", "lines"):
        _replace(content.get(name) or {}, MARK, "", "")
    _replace(content.get("adressen") or {}, "", None, "")
    for place in (*content.get("gemeente", ()), *content.get("partij", ())):
        _replace(place, "", None, "adres")


def _replace(content: dict[str, Any], old: str, new: str | None, end: str) -> None:
    """Put another value in the place of one, where the name of a field has a certain end."""
    for key, value in content.items():
        if value == old and key.endswith(end):
            content[key] = new


def is_erased_of(now: str, before: str) -> bool:
    """Whether a text is another one of which words were erased.

    >>> is_erased_of("Brief [gewist].pdf", "Brief J. Jansen.pdf"), is_erased_of("a", "b")
    (True, False)
    """
    holes = ".+".join(map(re.escape, now.split(MARK)))
    return MARK in now and re.fullmatch(holes, before, re.DOTALL) is not None
