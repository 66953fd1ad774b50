# SPDX-License-Identifier: EUPL-1.2
"""Which words of a dossier are free text, and what is left of them once a name is erased."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
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
    Hearing: ("reason", "reason_by", "respite_because", "agenda", "former"),
    Rehearing: ("because", "about", "hearings", "actions", _WITHDRAWN),
    Zienswijze: ("file", "text", "disposition", _WITHDRAWN),
    Response: ("file", "sender", "text", "disposition", _WITHDRAWN),
    Point: ("sender", "subject", "text", "main_line", "explanation", _WITHDRAWN),
    Besluit: ("file", "text", "themes", "advised_by", _WITHDRAWN),
    Assent: (_WITHDRAWN,),
    Condition: ("text", "lifted_by", "lifted_how", _WITHDRAWN),
    Reason: ("ground", _WITHDRAWN),
    Appeal: ("text", _WITHDRAWN),
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
        words: names, addresses and telephone numbers. Capitals do not count, nor how a number is
            parted, how an accent is kept, or what HTML or a calendar makes of a sign.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._found = words_found(words)

    def finds(self, text: str) -> bool:
        """Whether one of the words stands in a text."""
        return bool(self.without(text) != text)

    def of(self, content: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
        """Return an object, as JSON has it, without these words in the fields of these names."""
        return {
            name: self.without(value) if name in names else value for name, value in content.items()
        }

    def without(self, value: Any) -> Any:
        """Return any value of JSON without these words; what holds none stays as it is."""
        match value:
            case str():
                return self._text(value)
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
            return self._json(content, text)
        if not self._found.search(text):
            return text
        parts = text.split(", ")
        if all(_ADDRESS.fullmatch(part) for part in parts):
            return ", ".join(part for part in parts if not self._found.search(part))
        return self._found.sub(MARK, text)

    def _json(self, content: Any, text: str) -> str:
        """Return text that is JSON without the words: it writes the end of a line as letters."""
        erased = self.without(content)
        if erased == content:
            return text
        if isinstance(erased, dict):
            _mend(erased)
        return json.dumps(erased, ensure_ascii=False, separators=(",", ":"))


def texts_in(value: Any) -> Iterator[str]:
    """Yield every text in a value of JSON, also in JSON that is kept as text."""
    match value:
        case str():
            content = _json_in(value) if value.startswith(("{", "[")) else None
            if content is None:
                yield value
            else:
                yield from texts_in(content)
        case Mapping():
            for each in value.values():
                yield from texts_in(each)
        case list() | tuple():
            for each in value:
                yield from texts_in(each)


def words_found(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds each of these words where it is no part of another; the longest first."""
    longest_first = sorted({w.strip() for w in words}, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(_alone, longest_first)) or r"(?!)", re.IGNORECASE)


_INVISIBLE: Final = r"\u00ad\u200b-\u200f\u2060\ufeff"
_UNSEEN: Final = rf"(?:[{_INVISIBLE}]|\r?\n[ \t])*"
"""What may stand within a word: nobody sees it, or it is how a calendar folds a line."""
_MARKS: Final = "\u0300-\u036f"
_SAME: Final = {
    **dict.fromkeys("'\u2018\u2019`\u00b4", "(?:['\u2018\u2019`\u00b4]|&#39;|&#x27;|&[lr]squo;)"),
    **dict.fromkeys("-\u2010\u2011\u2013", "[-\u2010\u2011\u2013]"),
    '"': '(?:"|&#34;|&quot;)',
    "&": "(?:&amp;|&)",
}
_NUMBER: Final = re.compile(r"(\+|00?)[\d\s()./-]{8,}")
_BETWEEN_DIGITS: Final = r"[\s()./\u2010-\u2015-]{0,3}"
_COUNTRY: Final = rf"(?:\+|00)31{_BETWEEN_DIGITS}(?:\(0\){_BETWEEN_DIGITS})?"


def _alone(word: str) -> str:
    """Return the pattern of a word that is no part of another one, or of another address."""
    if _NUMBER.fullmatch(word):
        return _of_number(word)
    spaced = rf"[\s{_INVISIBLE}]+".join(map(_as_written, word.split()))
    if "@" in word:
        return rf"(?<![\w.+-]){spaced}(?![\w-]|\.\w)"
    return rf"(?<!\w){spaced}(?![\w{_MARKS}])"


def _as_written(word: str) -> str:
    return _UNSEEN.join(map(_sign, unicodedata.normalize("NFC", word)))


def _sign(sign: str) -> str:
    apart = unicodedata.normalize("NFD", sign)
    if apart != sign:
        return f"(?:{re.escape(sign)}|{re.escape(apart)})"
    return _SAME.get(sign) or re.escape(sign)


def _of_number(number: str) -> str:
    """Return the pattern of a telephone number, however its digits are parted."""
    digits = re.sub(r"\D", "", number.replace("(0)", ""))
    own = re.sub(r"^(?:0031|31(?=\d{9}$)|0(?!0))", "", digits)
    start = rf"(?:{_COUNTRY}|0{_BETWEEN_DIGITS})" if own != digits else r"(?:\+|00)?"
    return rf"(?<![\w+]){start}{_BETWEEN_DIGITS.join(own)}(?!\w)"


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
