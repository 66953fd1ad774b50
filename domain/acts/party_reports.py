# SPDX-License-Identifier: EUPL-1.2
"""The reports that a form of a party stands for, once it was filled in."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.acts.hearing import NEEDS_DISPOSITION
from gehoord.domain.acts.party_form import ASKS, CHANGED, HEARD, RESPONSE, PartyForm
from gehoord.domain.acts.report import Corrected, CouncilHeard, Report, read_report
from gehoord.domain.dossier.answer import Manner
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.request import RequestKind
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.domain.frozen import THE_FORM

LONGEST_QUESTION: Final = 4000
"""Signs. The receipt has all of it."""


def party_reports(
    form: PartyForm, state: State, filled: Mapping[str, Any], by: str, on: date
) -> list[Report]:
    """Return the reports that a filled form stands for, in the order in which they are made.

    A committee is not the council (Politiewet 2012, art. 38b lid 2): what it did is no hearing, and
    becomes a question to the adviser. A changed answer is the former one taken back, and another
    one recorded. In a consultation what is said is a response, and with it the step is done.

    Args:
        form: as it was offered to the party.
        state: the dossier.
        filled: what was filled in, by the Dutch names of the fields.
        by: the office of the party.
        on: today.

    Raises:
        ProposalError: something is missing, or a value cannot be there.
    """
    return list(_reports(form, state, filled, by, on))


def _reports(
    form: PartyForm, state: State, filled: Mapping[str, Any], by: str, on: date
) -> Iterator[Report]:
    if form.name == CHANGED:
        yield _taken_back(form, state, by, on)
    by_whom = {"op": on, "door": by}
    if form.is_response:
        yield _report(RESPONSE, {**by_whom, "van": by, **filled})
        filled = {}
    report = _report(form.kind, {**by_whom, **form.fixed, **filled})
    if form.name == HEARD and isinstance(report, CouncilHeard) and _is_of_committee(report):
        _refuse_day(report, state.hearing_of(form.fixed["gemeente"]), on)
        report = _asked_of_adviser(report, by_whom)
    yield report


def _is_of_committee(report: CouncilHeard) -> bool:
    return report.manner is Manner.COMMITTEE


def _refuse_day(report: CouncilHeard, hearing: Hearing, on: date) -> None:
    """Refuse a day on which no committee can have dealt with the ontwerp."""
    if report.on > on:
        raise RefusedError(
            f"{day_in_words(report.on)} ligt in de toekomst. Meld pas wat is gebeurd.", field="op"
        )
    if hearing.invited_on and report.on < hearing.invited_on:
        raise RefusedError(
            f"De raad kreeg het ontwerp op {day_in_words(hearing.invited_on)}. Verbeter de dag.",
            field="op",
        )


def _asked_of_adviser(report: CouncilHeard, by_whom: Mapping[str, Any]) -> Report:
    """Return the question that what a committee did comes to, with all that was said of it."""
    told = [
        f"Alleen een commissie behandelde het ontwerp, op {day_in_words(report.on)}.",
        f"Antwoord: {report.answer}.",
        report.text,
        f"Ingestuurd bestand: {report.document.name}." if report.document else "",
    ]
    text = " ".join(filter(None, told))[:LONGEST_QUESTION]
    asked = {"wie": by_whom["door"], "vraag": RequestKind.COMMITTEE.value, "tekst": text}
    return _report(ASKS, {**by_whom, **asked})


def _report(kind: str, said: Mapping[str, Any]) -> Report:
    return read_report({"wat": kind, **said}, THE_FORM)


def _taken_back(form: PartyForm, state: State, by: str, on: date) -> Report:
    step = state.as_opened.hearing
    if step is None:
        raise RefusedError("In dit dossier worden geen raden gehoord.")
    return Corrected(
        on=on,
        by=by,
        step=step.id,
        owner=form.fixed["gemeente"],
        reason=f"De {by} wijzigde dit antwoord zelf, op haar eigen pagina.",
    )


def left_empty(form: PartyForm, filled: Mapping[str, Any]) -> dict[str, str]:
    """Return what a party must still fill in: by the name of the field, what to do.

    Where there is little to choose a party chooses itself, also what other forms take for granted.
    An answer that asks for something says what, in words or in a file.
    """
    empty = [q for q in form.questions if q.name not in filled]
    found = {q.name: _CHOOSE if q.choices else _FILL_IN for q in empty if form.must_have(q)}
    asks = filled.get("antwoord") in NEEDS_DISPOSITION
    if asks and not filled.get("tekst") and not filled.get("bestand"):
        found["tekst"] = "Schrijf hier wat de raad antwoordde, of kies een bestand."
    return found


_FILL_IN: Final = "Vul dit in."
_CHOOSE: Final = "Maak een keuze."


def field_of(error: GehoordError, form: PartyForm) -> str:
    """Return the Dutch name of the field that a refusal is about; empty when it is not known.

    A refusal names its field itself, or says its name or title between quotes.
    """
    names = {question.name: question.title for question in form.questions}
    if isinstance(error, RefusedError) and error.field:
        return error.field if error.field in names else ""
    said = str(error)
    quoted = (name for name, title in names.items() if f"'{name}'" in said or f"'{title}'" in said)
    return next(quoted, "")
