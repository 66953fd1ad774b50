"""`gehoord record …`: what people did, one command for each kind of report."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from inspect import Parameter, Signature
from pathlib import Path
from typing import Annotated, Any

import typer
from pydantic import TypeAdapter

from gehoord.app.afterwards import leave_unsettled, settle
from gehoord.app.arguments import DossierArgument, parse_day
from gehoord.app.printing import say
from gehoord.app.register import register, the_dossier
from gehoord.domain.acts.any_report import ReportOfAnyKind
from gehoord.domain.acts.asked import Everybody, Question
from gehoord.domain.acts.form import in_order
from gehoord.domain.acts.report import KINDS, Report
from gehoord.domain.dossier.document import Document
from gehoord.domain.errors import GehoordError
from gehoord.domain.frozen import check_form
from gehoord.flows import clock
from gehoord.tasks.documents import read_document

app = typer.Typer(help="Leg vast wat mensen hebben gedaan.", no_args_is_help=True)


def keep(dossier: str, content: dict[str, Any]) -> None:
    """Record a report and let mail, calendars and board follow."""
    from gehoord.flows.record import record

    where, day = register(), clock.today()
    name = the_dossier(dossier, where)
    report = check_form(TypeAdapter(Report), {"op": day, **content}, "De melding")
    say(record(where, name, report, day).text)
    if not settle(where, [name], day):
        leave_unsettled()


def command_of(kind: str, model: type[ReportOfAnyKind]) -> Callable[..., None]:
    """Return the command that asks what a kind of report asks, and records it."""
    asked = in_order(model)

    def command(dossier: str, **typed: Any) -> None:
        keep(dossier, {"wat": kind, **_given(asked, typed)})

    parameters = [_parameter("dossier", DossierArgument, Parameter.empty)]
    for question in asked:
        if everybody := question.asked.everybody:
            option = typer.Option(_switch(everybody), help=everybody.description)
            parameters.append(_parameter(everybody.name, Annotated[bool, option], False))
        parameters.append(_parameter(question.name, _annotation(question), _default(question)))
    command.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {p.name: p.annotation for p in parameters}
    command.__doc__ = model.summary
    return command


def _given(asked: list[Question], typed: dict[str, Any]) -> dict[str, Any]:
    """Return what was typed as the fields of a report; what was left out is not among it."""
    given: dict[str, Any] = {}
    for question in asked:
        value = typed[question.name]
        if question.sort is Document and value is not None:
            value = read_document(value.absolute())
        if value not in (None, []):
            given[question.name] = value
        everybody = question.asked.everybody
        if everybody and typed[everybody.name]:
            if question.name in given:
                raise GehoordError(
                    f"Kies {_switch(everybody)} of noem ze met {_options(question)[0]}, niet "
                    "allebei."
                )
            given[question.name] = everybody.value
    return given


def _parameter(name: str, annotation: Any, default: Any) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _annotation(question: Question) -> Any:
    """Return the type of what is typed for a question, with how the library is to ask it."""
    told = question.asked.help or question.description
    sort: Any = question.sort
    more: dict[str, Any] = {}
    if sort is Document:
        sort = Path
    elif sort is date:
        more = {"parser": parse_day, "metavar": "DAG"}
    if question.asked.else_today:
        told = f"{told.removesuffix('.')}; anders vandaag."
    if issubclass(sort, StrEnum):
        more["case_sensitive"] = False
    if question.is_many:
        sort = list[sort]
    if _default(question) is None and not question.is_many:
        sort = sort | None
    if question.asked.argument:
        more["metavar"] = question.asked.argument
        return Annotated[sort, typer.Argument(help=told, **more)]
    return Annotated[sort, typer.Option(*_options(question), help=told, **more)]


def _default(question: Question) -> Any:
    if question.asked.else_today:
        return None
    if question.is_required:
        return Parameter.empty
    default = question.field.default
    return None if question.is_many else default


def _options(question: Question) -> tuple[str, ...]:
    return question.asked.options or (f"--{question.name}",)


def _switch(everybody: Everybody) -> str:
    return f"--{everybody.name.replace('_', '-')}"


for _kind, _model in KINDS.items():
    app.command(name=_kind)(command_of(_kind, _model))
