"""The forms in Prefect, as its pages read them: titles, order, dates, and what can be chosen."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any, Final, NamedTuple

from gehoord.domain.acts.any_report import ReportOfAnyKind
from gehoord.domain.acts.asked import questions
from gehoord.domain.acts.form import Box, boxes
from gehoord.domain.acts.moving import MOVING, Moving
from gehoord.domain.acts.offered import offered
from gehoord.domain.acts.report import KINDS
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError, Onward
from gehoord.domain.proposal.stage import Stage
from gehoord.templates.links import Links
from gehoord.templates.markdown import plain
from gehoord.templates.run_names import REPORTS

Form = Mapping[str, Any]
"""The fields of a deployment in Prefect that make its form."""

WHOLE_PROCEDURE: Final = "hele-procedure"
STEP: Final = "stap"
"""The field of a step, in every form that asks one."""
_DOSSIER: Final = Box("dossier", "Welk dossier?", "", is_required=True)
_JSON_TYPES: Final[dict[type[Any], dict[str, str]]] = {
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    int: {"type": "integer"},
}


def name_of(kind: str) -> str:
    """Return how the form of a kind of report is called.

    >>> name_of("gehoord")
    'melden-gehoord'
    """
    return f"{REPORTS}{kind}"


def onward_lines(onward: Iterable[Onward], links: Links, dossier: object) -> list[str]:
    """Return a line for each form that is right where another was refused, with its address."""
    known = {"dossier": str(dossier)} if dossier else {}
    found: list[str] = []
    for words, kind, filled in onward:
        given = {name: [one] if name == "gemeenten" else one for name, one in filled.items()}
        form = kind if kind == MOVING else name_of(kind)
        if address := links.form(form, {**known, **given}):
            found.append(f"{words} Vul dit formulier in: {address}")
    return found


def flow_name(model: type[ReportOfAnyKind]) -> str:
    """Return how the flow of a kind of report is called: what was done."""
    return model.summary.removesuffix(".")


def about(model: type[ReportOfAnyKind]) -> str:
    """Return when the form of a kind of report is for, in Markdown."""
    said = [model.summary, model.when]
    if any(question.sort is Document for question in questions(model)):
        said.append("Een stuk meesturen kan alleen op de opdrachtregel, met `--bestand`.")
    return "\n\n".join(filter(None, [*said, _REFUSED]))


_REFUSED: Final = (
    "Wordt uw melding geweigerd, dan staat bij *Logs* waarom. Er is dan niets veranderd."
)


def forms(states: Sequence[State], on: date) -> dict[str, Form]:
    """Return every form by its name, as it is on a day with these dossiers."""
    asked: dict[str, tuple[str, tuple[Box, ...]]] = {
        **{name_of(kind): (kind, boxes(model)) for kind, model in KINDS.items()},
        MOVING: (MOVING, boxes(Moving)),
        **{stage.numbered: ("", ()) for stage in Stage},
        WHOLE_PROCEDURE: ("", ()),
    }
    dossiers, titles = [state.id for state in states], _titles(states)
    return {
        name: _form(
            [_Field(box, _choices(kind, box, states, on)) for box in fields], dossiers, titles
        )
        for name, (kind, fields) in asked.items()
    }


class _Field(NamedTuple):
    """A field, with what can be chosen in it now; ``None`` where people write themselves."""

    box: Box
    choices: tuple[str, ...] | None


def _choices(kind: str, box: Box, states: Sequence[State], on: date) -> tuple[str, ...] | None:
    open_now = offered(kind, box.name, states, on)
    return (box.choices or None) if open_now is None else open_now


def _titles(states: Iterable[State]) -> dict[str, str]:
    """Return the title of each step by its name: a list in Prefect shows the names alone."""
    titles: dict[str, str] = {}
    for state in states:
        with suppress(GehoordError, ValueError):  # one that cannot be read has no titles
            titles |= {step.id: step.title for step in state.as_opened.steps}
    return titles


def _form(fields: list[_Field], dossiers: Sequence[str], titles: Mapping[str, str]) -> Form:
    only = dossiers[0] if len(dossiers) == 1 else None
    asked = [_Field(_DOSSIER, tuple(dossiers) or None), *fields]
    properties: dict[str, dict[str, Any]] = {
        field.box.name: {"position": place, **_property(field, titles)}
        for place, field in enumerate(asked)
    }
    if only:
        properties["dossier"]["default"] = only
    return {
        "parameter_openapi_schema": {
            "title": "Parameters",
            "type": "object",
            "properties": properties,
            "required": [box.name for box, _ in asked if box.is_required],
            "definitions": {},
        },
        "parameters": {"dossier": only} if only else {},
    }


def _property(field: _Field, titles: Mapping[str, str]) -> dict[str, Any]:
    """Return one field as Prefect's pages read it."""
    box, choices = field
    one: dict[str, Any] = dict(_JSON_TYPES.get(box.sort, {"type": "string"}))
    if choices:
        one["enum"] = list(choices)
    made: dict[str, Any] = {"type": "array", "items": one} if box.is_many else one
    if box.default is not None:
        made["default"] = box.default
    return {"title": box.title, "description": _words(field, titles), **made}


def _words(field: _Field, titles: Mapping[str, str]) -> str:
    """Return what stands below the title of a field: what it asks, and what the choices mean."""
    box, choices = field
    if choices == ():
        return f"{box.description} {_NOTHING_OPEN}".strip()
    if box.name != STEP or not choices:
        return box.description
    named = [f"{plain(step)} ({plain(titles[step])})" for step in choices if step in titles]
    return f"{box.description} Nu te kiezen: {', '.join(named)}."


_NOTHING_OPEN: Final = "Nu staat hier niets voor open."
