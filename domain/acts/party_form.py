# SPDX-License-Identifier: EUPL-1.2
"""A form that a party may fill in on its own page, by its name, and what it asks."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from gehoord.domain.acts.asked import Question, questions
from gehoord.domain.acts.report import KINDS
from gehoord.domain.dossier.document import Document
from gehoord.domain.proposal.reported_as import DONE
from gehoord.domain.proposal.step import SURVEY

RESERVES: Final = "reservering"
HEARD: Final = "gehoord"
CHANGED: Final = "wijzigen"
SUPPLEMENT: Final = "aanvulling"
GOALS: Final = "veiligheidsplan"
PRIORITIES: Final = SURVEY
ADDRESS: Final = "adres"
AGREES: Final = "akkoord"
REHEARS: Final = "opnieuw-horen"
RESPITE: Final = "uitstel"
QUESTION: Final = "vraag"
"""The names of the forms, as they stand in the address; that of a step is `form_of_step`."""

_OF_STEP: Final = f"{DONE}-"
RESPONSE: Final = "reactie"
"""The kind of report that holds what is said in a consultation."""
ASKS: Final = "verzoek"
"""The kind of report by which a party asks what needs the judgement of the adviser."""

Asked = tuple[str, str]
"""A field that a form asks: the kind of report that it is of, and its Dutch name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyForm:
    """A form that a party may fill in now.

    Attributes:
        name: in the address of the form.
        kind: the report that it stands for, by its Dutch name.
        asked: what it asks, in the order in which people think.
        fixed: what the page fills in itself, by the Dutch names of the fields of the report.
        must: the fields that may stay empty elsewhere, and not here.
        filled: what stands in it when it opens.
        step: the step that is done by it; empty when none is.
        version: the ontwerp that it answers; empty when it answers none.
        about: what else it is about, in Dutch; empty when that is nothing of now.
        choices: what can be chosen now in a field that takes several, by its name.
        document: the SHA-256 of the file that came with what it changes, if one did; ``file`` its
            name.
    """

    name: str
    kind: str
    asked: tuple[Asked, ...]
    fixed: dict[str, str] = field(default_factory=dict)
    must: frozenset[str] = frozenset()
    filled: dict[str, str] = field(default_factory=dict)
    step: str = ""
    version: str = ""
    about: str = ""
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    document: str | None = None
    file: str = ""

    @property
    def mark(self) -> str:
        """By what it is known as it opened: another answer meanwhile makes it another form."""
        about = [self.about] if self.about else []
        said = json.dumps([self.version, sorted(self.filled.items()), self.document, *about])
        return hashlib.sha256(said.encode()).hexdigest()[:32]

    def must_have(self, question: Question) -> bool:
        """Whether a field must be filled in; where there is little to choose one chooses itself."""
        return question.is_required or bool(question.choices) or question.name in self.must

    @property
    def is_response(self) -> bool:
        """Whether what is said in it is a response, with which its step is done."""
        return any(kind == RESPONSE for kind, _ in self.asked)

    @property
    def can_hold_file(self) -> bool:
        """Whether a file can come with it."""
        return any(question.sort is Document for question in self.questions)

    @property
    def questions(self) -> tuple[Question, ...]:
        """What it asks, as each kind of report describes it."""
        return tuple(_question(kind, name) for kind, name in self.asked)


def form_of_step(step: str) -> str:
    """Return the name of the form by which a step is reported."""
    return f"{_OF_STEP}{step}"


def step_of_form(name: str) -> str:
    """Return the step that a form reports by its name; empty when it reports none."""
    return name.removeprefix(_OF_STEP) if name.startswith(_OF_STEP) else ""


def may_hold_file(name: str) -> bool:
    """Whether a file can come with the form of this name."""
    return name in (HEARD, CHANGED, SUPPLEMENT, PRIORITIES) or bool(step_of_form(name))


def _question(kind: str, name: str) -> Question:
    return next(q for q in questions(KINDS[kind]) if q.name == name)
