"""The Dutch form that Prefect shows when somebody records by hand what people did."""

from datetime import date
from enum import StrEnum
from typing import Any, Final, Literal

from pydantic import Field, TypeAdapter, create_model

from gehoord.calendar.dutch import enumeration
from gehoord.domain.acts.asked import Question, questions
from gehoord.domain.acts.report import KINDS, Report
from gehoord.domain.errors import ProposalError
from gehoord.domain.frozen import check_form

Put = tuple[str, Question]
"""A question with the kind of report that puts it."""


def _put_by_box() -> dict[str, list[Put]]:
    """Return for each field of the form who asks it; what is asked last stands at its end."""
    found: dict[str, list[Put]] = {}
    for kind, model in KINDS.items():
        for question in questions(model):
            for box in question.boxes:
                found.setdefault(box, []).append((kind, question))
    return dict(sorted(found.items(), key=lambda entry: entry[1][0][1].asked.is_last))


def _fields() -> dict[str, Any]:
    """Return the fields of the form with their types, as Pydantic makes a model of them."""
    fields: dict[str, Any] = {}
    for box, put in _put_by_box().items():
        own = next((question for _, question in put if question.name == box), put[0][1])
        if everybody := own.asked.everybody:
            words = everybody.description.removesuffix(".")
            said = _said([(f"'{kind}'", words) for kind, _ in put])
            fields[everybody.name] = (
                bool,
                Field(False, title=everybody.title, description=said),
            )
        fields[box] = (
            _type(own),
            Field(
                ... if own.asked.else_today else _default(own),
                title=own.title,
                description=_description(put),
            ),
        )
    return fields


def _type(question: Question) -> Any:
    if question.is_many:
        return list[str]
    if question.is_a_list:
        return Literal[tuple(map(str, question.choices))]
    if question.sort is bool:
        return bool
    return date if question.asked.else_today else str  # a day that only some ask may stay empty


def _default(question: Question) -> Any:
    if question.is_many:
        return []
    if question.sort is bool:
        return False
    return "" if question.is_required else str(question.field.default or "")


def _description(put: list[Put]) -> str:
    """Return what the form says of a field: for which reports it is, and what each asks."""
    asks = [question for _, question in put]
    if len(put) == len(KINDS):
        return asks[0].description
    told = [(f"'{kind}'{' (mag leeg)' * ask.may_be_absent}", _words(ask)) for kind, ask in put]
    return " ".join([_said(told), *filter(None, (ask.asked.more for ask in asks))])


def _words(question: Question) -> str:
    """Return what a report asks, with what can be filled in where no list drops down."""
    words = question.description.removesuffix(".")
    if question.sort is date:
        return f"{words}, zoals 2027-11-04"
    if words == question.title:
        return ""
    if question.is_a_list or all(choice in words for choice in question.choices):
        return words
    return f"{words} ({'; '.join(question.choices)})"


def _said(told: list[tuple[str, str]]) -> str:
    """Return one sentence for each thing that is asked, with the reports that ask it.

    >>> _said([("'a'", "De tekst"), ("'b'", "De tekst"), ("'c'", "")])
    "Bij 'a' en 'b': de tekst. Bij 'c'."
    """
    kinds: dict[str, list[str]] = {}
    for kind, words in told:
        within = words[:1].lower() + words[1:] if words[1:2].islower() else words
        kinds.setdefault(f": {within}." if words else ".", []).append(kind)
    return " ".join(f"Bij {enumeration(named)}{words}" for words, named in kinds.items())


_NEW_KIND: Any = StrEnum
Wat: Final = _NEW_KIND("Wat", {kind.upper().replace("-", "_"): kind for kind in KINDS})
Wat.__doc__ = "Wat is gebeurd?"

_Filled: Final[Any] = create_model("_Filled", wat=(Wat, ...), **_fields())


class Melding(_Filled):
    """Wat is gebeurd. Vul alleen in wat bij uw melding hoort.

    Een bestand meesturen kan hier niet. Gebruik daarvoor de opdrachtregel, met --bestand.
    """

    def as_report(self) -> Report:
        """Return the report as a report.

        Raises:
            ProposalError: a field is missing or does not belong to this sort of report.
        """
        fields = type(self).model_fields
        filled = {n: v for n, v in self.model_dump().items() if v != fields[n].default}
        kind: str = filled.pop("wat").value
        answers = [(q.name, _answers(q, filled)) for q in questions(KINDS[kind])]
        if filled:
            titles = [f"'{fields[name].title}'" for name in filled]
            verb = "hoort" if len(titles) == 1 else "horen"
            raise ProposalError(
                f"De melding: {enumeration(titles)} {verb} niet bij '{kind}'. Maak leeg."
            )
        content = {"wat": kind} | {name: given[-1] for name, given in answers if given}
        return check_form(TypeAdapter(Report), content, "De melding")


def _answers(question: Question, filled: dict[str, Any]) -> list[Any]:
    """Take out of what is filled in what answers a question.

    Raises:
        ProposalError: one answer is everybody, and another names somebody.
    """
    given = [filled.pop(box) for box in question.boxes if box in filled]
    everybody = question.asked.everybody
    if everybody and filled.pop(everybody.name, False):
        if given:
            raise ProposalError(f"De melding: {everybody.choice}, niet allebei.")
        return [everybody.value]
    return given
