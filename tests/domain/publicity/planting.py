# SPDX-License-Identifier: EUPL-1.2
"""A dossier that holds something of every kind, with a mark in every text of every field.

Fields are found in the facts themselves: one that is added later is planted too, so that it leaks
only if somebody adds it to the list of what is public.
"""

import json
import re
import types
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from gehoord.domain.dossier.besluit import Besluit, BesluitKind
from gehoord.domain.dossier.facts import FACTS
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.info_session import InfoSession
from gehoord.domain.dossier.point import Point, PointOutcome
from gehoord.domain.dossier.poll import Poll, PollOption, PollStage
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.strength_line import Level, StrengthLine
from gehoord.domain.dossier.strength_table import StrengthTable
from gehoord.domain.dossier.theme import Theme
from gehoord.domain.dossier.version import DraftVersion
from gehoord.domain.dossier.zienswijze import Zienswijze
from tests.conftest import read_day

ON = read_day("Thu 2027-09-16")
SECRET = re.compile(r"geheim\d+x")
OPEN = re.compile(r"openbaar\d+x")
KEYS = {
    "id", "dossier", "municipality", "code", "step", "version", "answer", "owner", "kind", "stage",
    "level", "due_precision", "start_precision", "precision", "strength", "corrects", "action",
    "document", "basis", "adopters", "by", "arrival", "question", "state", "recipient", "round",
    "explored_until",
}  # fmt: skip
"""Fields that hold a key, or a word of a closed list."""
PUBLIC = {
    (Zienswijze, "name"),
    (Zienswijze, "text"),
    (Zienswijze, "disposition"),
    (Point, "subject"),
    (Point, "text"),
    (Point, "main_line"),
    (Point, "explanation"),
    (Theme, "name"),
    (Theme, "subthemes"),
    (PollOption, "name"),
    (StrengthLine, "name"),
    (Hearing, "name"),
}
"""What people wrote in their own words and everybody may read."""


_KNOWN: dict[type, Any] = {
    bool: False,
    int: 3,
    date: ON,
    time: time(9),
    datetime: datetime(2027, 9, 16, 9, tzinfo=UTC),
    Decimal: Decimal(3),
}


@dataclass
class Planter:
    """Makes facts of which each text is a mark, and remembers which marks are public."""

    number: int = 0
    secret: dict[str, str] = field(default_factory=dict)
    public: dict[str, str] = field(default_factory=dict)

    def mark(self, kind: type, name: str) -> str:
        self.number += 1
        if (kind, name) in PUBLIC:
            mark = f"openbaar{self.number}x"
            self.public[mark] = f"{kind.__name__}.{name}"
            return mark
        mark = f"geheim{self.number}x"
        self.secret[mark] = f"{kind.__name__}.{name}"
        return mark

    def made(self, kind: type[BaseModel], /, **given: Any) -> Any:
        """Return one of a kind with a mark in each text; what is given stays."""
        made = {
            name: given[name] if name in given else self.value(kind, name, info.annotation)
            for name, info in kind.model_fields.items()
        }
        return kind.model_construct(**made)

    def planted(self, there: BaseModel) -> Any:
        """Return what is there with a mark in each text but in keys."""
        kind = type(there)
        texts = [n for n in kind.model_fields if n not in KEYS and type(getattr(there, n)) is str]
        return there.model_copy(update={name: self.mark(kind, name) for name in texts})

    def value(self, kind: type, name: str, annotation: Any) -> Any:
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self.value(kind, name, arguments[0])
        if origin in (Union, types.UnionType):
            return self.value(kind, name, next(a for a in arguments if a is not type(None)))
        if origin is tuple:
            return (self.value(kind, name, arguments[0]),)
        if origin is dict:
            return {self.mark(kind, name): self.value(kind, name, arguments[1])}
        return self._plain(kind, name, annotation)

    def _plain(self, kind: type, name: str, annotation: type) -> Any:
        if annotation is kind:  # a council that was another before: that one was none
            return self.made(kind, **{name: ()})
        if issubclass(annotation, BaseModel):
            return self.made(annotation)
        if issubclass(annotation, Enum):
            return next(iter(annotation))
        if annotation is str:
            return self.mark(kind, name)
        return _KNOWN[annotation]


def planted_dossier(adopted: State, planter: Planter) -> State:
    """Return an adopted dossier with marks in all it had, and with one more thing of every kind."""
    facts: dict[str, Any] = {
        name: [planter.planted(each) for each in getattr(adopted, name)] for name in FACTS
    }
    lines = {line.id: line for line in adopted.lines}
    facts["lines"] = [  # what a step is called is public, and so are its words for a day
        each.model_copy(
            update={
                n: getattr(lines[each.id], n)
                for n in ("title", "words", "due_words", "start_words")
            }
        )
        for each in facts["lines"]
    ]
    facts["municipalities"] = [
        each.model_copy(update={"name": there.name})
        for each, there in zip(facts["municipalities"], adopted.municipalities, strict=True)
    ]
    for name, kind in FACTS.items():
        if name not in ("municipalities", "lines", "actions", "hearings"):
            facts[name] += list(_of_kind(kind, planter))
    table = facts["strengths"][-1].id
    facts["versions"] = [v.model_copy(update={"strength": table}) for v in facts["versions"]]
    return State(_planted_head(adopted, planter), **facts)


def _of_kind(kind: type[BaseModel], planter: Planter) -> Iterator[Any]:
    base = {"id": f"klein/{kind.__name__}/9", "dossier": "klein", "withdrawn_on": None, "number": 9}
    council = {"municipality": "GM0392", "version": "klein/versie/1", "step": "ontwerp"}
    given: dict[type, dict[str, Any]] = {
        DraftVersion: {"is_ontwerp": False, "corrects": None, "displaced": (), "reopened": ()},
        Zienswijze: {"arrival": "antwoord"},
        Point: {"answer": "klein/Zienswijze/9", "outcome": PointOutcome.TAKEN_OVER},
        Besluit: {"kind": BesluitKind.THEMES, "themes": (_theme(planter),), "taken_on": ON},
        Poll: {"stage": PollStage.FINAL},
        StrengthTable: {"lines": (planter.made(StrengthLine, level=Level.EENHEID),)},
        InfoSession: {},
    }
    yield planter.made(kind, **base | council | given.get(kind, {}))
    if kind is Zienswijze:  # one without points too: then the whole of it is answered
        whole = {"id": "klein/Zienswijze/10", "arrival": "antwoord"}
        yield planter.made(kind, **base | council | whole)


def _theme(planter: Planter) -> Theme:
    made: Theme = planter.made(Theme, explored_until="")
    return made


def _planted_head(adopted: State, planter: Planter) -> Any:
    """Return the dossier itself, with marks in its proposal and in its unit."""
    dossier = adopted.dossier

    def secret() -> str:
        return planter.mark(type(dossier), "head")

    notes = (
        f'toelichting = "{secret()}"\nbron = [{{ stuk = "{secret()}", citaat = "{secret()}" }}]\n'
    )
    proposal = dossier.proposal.replace("[[stap]]\n", f"[[stap]]\n{notes}")
    eenheid = json.loads(dossier.eenheid)
    eenheid["adressen"] = {"adviseur": f"{secret()}@eenheid.example"}
    eenheid["onbekend"] = [secret()]
    eenheid["briefhoofd"] = {
        name: secret()
        for name in ("ondertekenaar", "functie", "adres", "behandeld_door", "telefoon", "kenmerk")
    }
    for municipality in eenheid["gemeente"]:
        municipality["district"] = secret()
        municipality["griffie_adres"] = f"{secret()}@gemeente.example"
    given = {"lines": {"signatory": secret()}, "references": {"GM0392": secret()}, "annexes": {}}
    return dossier.model_copy(
        update={
            "title": secret(),
            "proposal": proposal,
            "eenheid": json.dumps(eenheid),
            "letterhead": json.dumps(given),
        }
    )
