# SPDX-License-Identifier: EUPL-1.2
"""What a form asks about one kind of report, and the reports that a filled form stands for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from gehoord.calendar.dutch import enumeration
from gehoord.domain.acts.any_report import ReportOfAnyKind
from gehoord.domain.acts.asked import Everybody, Question, questions
from gehoord.domain.acts.report import KINDS, Report, read_report
from gehoord.domain.dossier.document import Document
from gehoord.domain.errors import ProposalError
from gehoord.domain.frozen import THE_FORM as THE_FORM
from gehoord.domain.frozen import Frozen, check

M = TypeVar("M", bound=Frozen)

_EMPTY: Final[tuple[object, ...]] = (None, "", [])

KINDS_WITH_FORM: Final = {
    kind: model
    for kind, model in KINDS.items()
    if not any(asked.sort is Document and asked.is_required for asked in questions(model))
}
"""The kinds of report that have a form: one that must come with a file can have none."""


@dataclass(frozen=True)
class Box:
    """A field of a form, as people fill it in.

    Attributes:
        name: under which the answer arrives; ``title`` and ``description`` are what people read.
        sort: the type of its value, or of each of its values.
        choices: the only values that it can have, if they never change.
        is_many: whether it holds several values.
        is_required: whether it may not stay empty.
        default: what stands in it when the form opens, if anything.
    """

    name: str
    title: str
    description: str
    sort: type[Any] = str
    choices: tuple[str, ...] = ()
    is_many: bool = False
    is_required: bool = False
    default: str | bool | None = None


def boxes(model: type[BaseModel]) -> tuple[Box, ...]:
    """Return what a form asks, in the order in which people think.

    First a choice that stands for several fields, then what must be filled in and what may be, and
    last what every report asks: the day, who keeps it, and a note. A file is not among it: a form
    cannot hold one.
    """
    of_any = _of_any()
    asked = [question for question in questions(model) if question.sort is not Document]
    asked.sort(key=lambda question: (question.name in of_any, not question.is_required))
    choices = dict.fromkeys(q.asked.choice for q in asked if q.asked.choice)
    chosen = (Box(each.name, each.title, each.description) for each in choices)
    return (*chosen, *(box for question in asked for box in _boxes_of(question)))


def in_order(model: type[BaseModel]) -> list[Question]:
    """Return what is asked about a deed itself, and then what every report asks."""
    of_any = _of_any()
    return sorted(questions(model), key=lambda question: question.name in of_any)


def reports(kind: str, filled: Mapping[str, Any], today: date) -> list[Report]:
    """Return the reports of one kind that a filled form stands for: one for each that it names.

    Args:
        kind: its Dutch name.
        filled: what was filled in, by the name of the field; what is empty was not.
        today: the day on which it happened, where the form does not say.

    Raises:
        ProposalError: something is missing, or a value cannot be there.
    """
    answers = {name: value for name, value in filled.items() if value not in _EMPTY}
    answers = _written_out(KINDS[kind], answers)
    refuse_missing(boxes(KINDS[kind]), answers)
    each: list[dict[str, Any]] = [{}]
    for question in questions(KINDS[kind]):
        answer = _answer(question, answers)
        if question.asked.several and answer is not None:
            each = [{question.name: name} for name in _names(answer)]
        elif answer is not None:
            answers[question.name] = answer
    content = {"wat": kind, "op": today, **answers}
    return [read_report({**content, **named}, THE_FORM) for named in each]


def read_form(model: type[M], filled: Mapping[str, Any]) -> M:
    """Return what a filled form says, as the model of that form.

    Raises:
        ProposalError: something is missing, or a value cannot be there.
    """
    answers = {name: value for name, value in filled.items() if value not in _EMPTY}
    refuse_missing(boxes(model), answers)
    return check(model, answers, THE_FORM)


def refuse_missing(asked: tuple[Box, ...], answers: Mapping[str, Any]) -> None:
    """Refuse a form in which something was left empty, by the titles that people read.

    Raises:
        ProposalError: names what is empty.
    """
    missing = [f"'{box.title}'" for box in asked if box.is_required and box.name not in answers]
    if missing:
        raise ProposalError(f"{THE_FORM}: vul {enumeration(missing)} nog in.")


def _written_out(model: type[BaseModel], answers: dict[str, Any]) -> dict[str, Any]:
    """Return what was filled in, with a choice that stands for more written out.

    Raises:
        ProposalError: it is no choice; or there is none, and what it would stand for is empty.
    """
    by_choice = [q for q in questions(model) if q.asked.choice]
    for question in by_choice:
        choice = question.asked.choice
        if choice and choice.name in answers:
            chosen = str(answers.pop(choice.name))
            answers = {**choice.stands_for(chosen), **answers}
    missing = [f"'{q.title}'" for q in by_choice if q.is_required and q.name not in answers]
    if missing:
        raise ProposalError(f"{THE_FORM}: vul {enumeration(missing)} nog in.")
    return answers


def _of_any() -> set[str]:
    return {question.name for question in questions(ReportOfAnyKind)}


def _boxes_of(question: Question) -> list[Box]:
    everybody, several = question.asked.everybody, question.asked.several
    box = Box(
        question.name,
        question.title,
        _words(question),
        question.sort,
        question.choices,
        question.is_many,
        question.is_required and not (question.asked.else_today or question.asked.choice),
        _default(question),
    )
    if several:
        required = question.is_required
        return [
            Box(several.name, several.title, several.description, str, (), True, required),
        ]
    return [_switch(everybody), box] if everybody else [box]


def _switch(everybody: Everybody) -> Box:
    return Box(everybody.name, everybody.title, everybody.description, bool, default=False)


def _words(question: Question) -> str:
    """Return what a form says below a title."""
    said = [question.description, question.asked.more]
    if question.asked.else_today:
        said.append("Leeg betekent vandaag.")
    return " ".join(filter(None, said))


def _default(question: Question) -> str | bool | None:
    default = question.field.default
    if question.is_required or question.is_many or default in (None, ""):
        return None
    return default if isinstance(default, bool) else str(default)


def _answer(question: Question, answers: dict[str, Any]) -> Any:
    """Take what answers a question out of what was filled in.

    Raises:
        ProposalError: one answer is everybody, and another names somebody; or it cannot be told
            whether everybody is meant.
    """
    several, everybody = question.asked.several, question.asked.everybody
    given = answers.pop(several.name if several else question.name, None)
    if everybody and _is_on(everybody, answers.pop(everybody.name, False)):
        if given:
            raise ProposalError(f"{THE_FORM}: {everybody.choice}, niet allebei.")
        return everybody.value
    return given


def _is_on(switch: Everybody, value: object) -> bool:
    """Whether a switch was turned on; a word is no answer, for 'nee' would pass for one."""
    if not isinstance(value, bool):
        raise ProposalError(f"{THE_FORM}: zet '{switch.title}' aan of uit; schrijf er niets in.")
    return value


def _names(answer: Any) -> list[Any]:
    """Return who is named, each once."""
    named = answer if isinstance(answer, list) else [answer]
    return [name for place, name in enumerate(named) if name not in named[:place]]
