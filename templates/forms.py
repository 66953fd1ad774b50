# SPDX-License-Identifier: EUPL-1.2
"""The forms in Prefect, as its pages read them: titles, order, dates, and what can be chosen."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any, Final, NamedTuple

from gehoord.calendar.dutch import enumeration
from gehoord.domain.acts.any_report import ReportOfAnyKind
from gehoord.domain.acts.asked import questions
from gehoord.domain.acts.form import KINDS_WITH_FORM, Box, boxes
from gehoord.domain.acts.moving import MOVING, Moving
from gehoord.domain.acts.offered import offered
from gehoord.domain.dossier.document import Document
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError, Onward
from gehoord.domain.proposal.stage import Stage
from gehoord.templates.form_fields import Field, Form, form_of
from gehoord.templates.links import Links
from gehoord.templates.markdown import plain
from gehoord.templates.run_names import REPORTS

WHOLE_PROCEDURE: Final = "hele-procedure"
STEP: Final = "stap"
"""The field of a step, in every form that asks one."""
FILL_IN: Final = "Vul dit formulier in: {}"
_DOSSIER: Final = Box("dossier", "Welk dossier?", "", is_required=True)


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
            found.append(f"{words} {FILL_IN.format(address)}")
    return found


def flow_name(model: type[ReportOfAnyKind]) -> str:
    """Return how the flow of a kind of report is called: what was done."""
    return model.summary.removesuffix(".")


def about(model: type[ReportOfAnyKind]) -> str:
    """Return when the form of a kind of report is for, in Markdown."""
    said = [model.summary, model.when]
    if any(question.sort is Document for question in questions(model)):
        said.append(
            "Een stuk kan hier niet mee. Lever het in op uw eigen pagina bij de balie, onder "
            "*Versies en andere stukken*, of op de opdrachtregel met `--bestand`."
        )
    return "\n\n".join(filter(None, [*said, _REFUSED]))


_REFUSED: Final = (
    "Wordt uw melding geweigerd, dan staat bij *Logs* waarom. Er is dan niets veranderd."
)


def forms(states: Sequence[State], on: date) -> dict[str, Form]:
    """Return every form by its name, as it is on a day with these dossiers."""
    asked: dict[str, tuple[str, tuple[Box, ...]]] = {
        **{name_of(kind): (kind, boxes(model)) for kind, model in KINDS_WITH_FORM.items()},
        MOVING: (MOVING, boxes(Moving)),
        **{stage.numbered: ("", ()) for stage in Stage},
        WHOLE_PROCEDURE: ("", ()),
    }
    dossiers = [_Titled.of(state) for state in states]
    shown = {
        name: _form([_field(kind, box, dossiers, on) for box in fields], dossiers)
        for name, (kind, fields) in asked.items()
    }
    return {name: _described(asked[name][0], form) for name, form in shown.items()}


def choices_in_lines(
    kind: str, asked: Sequence[Box], filled: Mapping[str, Any], state: State, on: date
) -> list[str]:
    """Return what can be chosen in a dossier, for each field that holds what cannot.

    Args:
        kind: the kind of report, or `MOVING`.
        asked: its fields; of one that is filled in already nothing is said.
        filled: what was filled in.
        state: the dossier.
        on: the day.
    """
    titles = _Titled.of(state).titles
    lines = []
    for box in asked:
        open_now = None if box.default else offered(kind, box.name, [state], on)
        if open_now is None or _is_among(filled.get(box.name), open_now):
            continue
        named = [f"{one} ({titles[one]})" if one in titles else one for one in open_now]
        where = f"bij '{box.title}' in {state.id}"
        can = f"Nu te kiezen {where}: {', '.join(named)}." if named else ""
        lines.append(can or f"Nu is {where} niets te kiezen.")
    return lines


def _is_among(answer: Any, choices: Sequence[str]) -> bool:
    """Whether all that was filled in can be chosen; nothing can."""
    given = answer if isinstance(answer, list) else [answer]
    return all(one in ("", None) or one in choices for one in given)


class _Titled(NamedTuple):
    """A dossier, with the title of each of its steps: a list in Prefect shows the names alone."""

    state: State
    titles: Mapping[str, str]

    @classmethod
    def of(cls, state: State) -> "_Titled":
        """Return a dossier; one that cannot be read has no titles."""
        with suppress(GehoordError, ValueError):
            return cls(state, {step.id: step.title for step in state.as_opened.steps})
        return cls(state, {})

    def named(self, steps: Iterable[str]) -> list[str]:
        """Return steps with their titles."""
        return [f"{plain(s)} ({plain(self.titles[s])})" for s in steps if s in self.titles]


def _field(kind: str, box: Box, dossiers: Sequence[_Titled], on: date) -> Field:
    choices = offered(kind, box.name, [each.state for each in dossiers], on)
    if choices is None:
        return Field(box, box.choices or None)
    if not choices:
        return Field(box, choices, _NOTHING_OPEN)
    each = [(one, offered(kind, box.name, [one.state], on) or ()) for one in dossiers]
    return Field(box, choices, _steps(each) if box.name == STEP else _elsewhere(each))


_Offered = Sequence[tuple[_Titled, Sequence[str]]]
"""What each dossier offers in one field."""


def _steps(each: _Offered) -> str:
    """Return which steps can be chosen, with their titles; where dossiers differ, in which."""
    named = [one.named(steps) for one, steps in each]
    common = [step for step in named[0] if all(step in steps for steps in named)]
    said = [f"Nu te kiezen: {', '.join(common)}."] if common else []
    for (one, _), steps in zip(each, named, strict=True):
        if own := [step for step in steps if step not in common]:
            said.append(f"Alleen in {plain(one.state.id)}: {', '.join(own)}.")
    return " ".join(said)


def _elsewhere(each: _Offered) -> str:
    """Return in which dossiers there is nothing to choose where another has something."""
    without = [plain(one.state.id) for one, choices in each if not choices]
    return f"In {enumeration(without)} staat hier niets voor open." if without else ""


def _described(kind: str, form: Form) -> Form:
    """Add what a form is for, and say above it that what it must have cannot be chosen now.

    The forms of the stages keep the description of `prefect.yaml`.
    """
    said = (
        about(KINDS_WITH_FORM[kind])
        if kind in KINDS_WITH_FORM
        else _ABOUT_A_MOVE
        if kind == MOVING
        else ""
    )
    schema = form["parameter_openapi_schema"]
    closed = [
        f"'{field['title']}'"
        for name, field in schema["properties"].items()
        if name in schema["required"] and field["description"].endswith(_NOTHING_OPEN)
    ]
    if closed:
        nothing = f"**Nu niet te gebruiken:** bij {enumeration(closed)} is niets te kiezen."
        said = f"{nothing}\n\n{said}"
    return {**form, "description": said} if said else form


def _form(fields: list[Field], dossiers: Sequence[_Titled]) -> Form:
    names = tuple(each.state.id for each in dossiers)
    asked = [Field(_DOSSIER, names or None), *(field for field in fields if field.is_asked)]
    return form_of(asked, {"dossier": names[0]} if len(names) == 1 else {})


_NOTHING_OPEN: Final = "Nu staat hier niets voor open."
_ABOUT_A_MOVE: Final = (
    "**Een stap krijgt een andere dag.** Wat daarvan afhangt, schuift mee, en wie de oude dag "
    "kende, krijgt bericht.\n\nMet *Alleen bekijken* aan verandert er niets: de gevolgen staan bij "
    "*Logs*, en als tabel bij *Artifacts*; bij *Logs* staat ook de link om het echt te doen."
)
