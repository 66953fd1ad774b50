# SPDX-License-Identifier: EUPL-1.2
"""`gehoord record …`: what people did, one command for each kind of report."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from inspect import Parameter, Signature
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from gehoord.app.afterwards import leave_unsettled, settle
from gehoord.app.arguments import DossierArgument, parse_day
from gehoord.app.printing import say
from gehoord.app.register import register, the_dossier
from gehoord.domain.acts.any_report import ReportOfAnyKind
from gehoord.domain.acts.asked import Everybody, Question
from gehoord.domain.acts.form import in_order
from gehoord.domain.acts.report import KINDS, LetterReworded, MeetingsRead, Report, read_report
from gehoord.domain.dossier.document import Document
from gehoord.domain.errors import GehoordError
from gehoord.domain.proposal.reported_as import POLL
from gehoord.flows import clock
from gehoord.store.register import Register
from gehoord.tasks.documents import read_document
from gehoord.tasks.strength import with_its_lines

DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Laat alleen zien wat is begrepen en wat eruit volgt.")
]

REVIEWERS: Final = "meelezers"
TABLE: Final = "bestand"
"""The option for a file with a table, beside the field that its rows become."""

app = typer.Typer(help="Leg vast wat mensen hebben gedaan.", no_args_is_help=True)


def keep(dossier: str, content: dict[str, Any]) -> None:
    """Record a report and let mail, calendars and board follow."""
    from gehoord.flows.record import record

    where, day = register(), clock.today()
    name = the_dossier(dossier, where)
    report = _report(_with_table(where, name, content), day)
    _show_first(where, name, report)
    say(record(where, name, report, day).text)
    if not settle(where, [name], day):
        leave_unsettled()


def look(dossier: str, content: dict[str, Any]) -> None:
    """Show what a report would come to; nothing is changed."""
    from gehoord.flows.record import foreseen

    where, day = register(), clock.today()
    name = the_dossier(dossier, where)
    report = _report(_with_table(where, name, content), day)
    _show_first(where, name, report)
    say(foreseen(where, name, report, day))
    if isinstance(report, LetterReworded):
        from gehoord.app.rewording import show_reworded

        show_reworded(where, name, report, day)
    say("Dit was een proef; er is niets veranderd.")


def _report(content: dict[str, Any], day: date) -> Report:
    return read_report(with_its_lines({"op": day, **content}), "De melding")


def _with_table(where: Register, dossier: str, content: dict[str, Any]) -> dict[str, Any]:
    """Return what was typed with what stands in the file that was named beside it."""
    if isinstance(content.get(TABLE), Document) and content["wat"] == POLL:
        from gehoord.app.polling import with_poll

        return with_poll(where, dossier, content)
    if isinstance(content.get(TABLE), Document) and content["wat"] == REVIEWERS:
        from gehoord.app.reviewers import with_reviewers

        return with_reviewers(content)
    return content


def _show_first(where: Register, dossier: str, report: Report) -> None:
    """Print what was understood of what was handed in, where people must see that first."""
    if isinstance(report, MeetingsRead):
        from gehoord.app.understanding import show_understood

        show_understood(where, dossier, report)


def command_of(kind: str, model: type[ReportOfAnyKind]) -> Callable[..., None]:
    """Return the command that asks what a kind of report asks, and records it."""
    asked = in_order(model)

    def command(dossier: str, dry_run: bool = False, **typed: Any) -> None:
        carry_out = look if dry_run else keep
        carry_out(dossier, {"wat": kind, **_given(asked, typed)})

    parameters = [_parameter("dossier", DossierArgument, Parameter.empty)]
    if model.is_shown_first:
        parameters.append(_parameter("dry_run", DryRun, False))
    for question in asked:
        if everybody := question.asked.everybody:
            option = typer.Option(_switch(everybody), help=everybody.description)
            parameters.append(_parameter(everybody.name, Annotated[bool, option], False))
        parameters.append(_parameter(question.name, _annotation(question), _default(question)))
        if question.asked.table:
            option = typer.Option(f"--{TABLE}", help=question.asked.table)
            parameters.append(_parameter(TABLE, Annotated[Path | None, option], None))
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
            value = _document(question, value)
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
        if question.asked.table and typed[TABLE] is not None:
            given[TABLE] = _document(question, typed[TABLE])
    return given


def _document(question: Question, named: str) -> Document:
    """Return the document in a file, or at an address where that may be given."""
    if question.asked.or_address:
        from gehoord.tasks.fetching import fetch, is_address

        if is_address(named):
            return fetch(named)
    return read_document(Path(named).absolute())


def _parameter(name: str, annotation: Any, default: Any) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _annotation(question: Question) -> Any:
    """Return the type of what is typed for a question, with how the library is to ask it."""
    told = question.asked.help or question.description
    sort: Any = _typed_as(question)
    more: dict[str, Any] = {}
    if sort is date:
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


def _typed_as(question: Question) -> type[Any]:
    """Return the type of one value as it is typed: a document is named by its path or address."""
    if question.sort is Document:
        return str if question.asked.or_address else Path
    return question.sort


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
