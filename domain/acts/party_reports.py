"""The reports that a form of a party stands for, once it was filled in."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from pydantic import TypeAdapter

from gehoord.domain.acts.hearing import NEEDS_DISPOSITION
from gehoord.domain.acts.party_form import CHANGED, RESPONSE, PartyForm
from gehoord.domain.acts.report import Corrected, Report
from gehoord.domain.dossier.state import State
from gehoord.domain.errors import GehoordError, RefusedError
from gehoord.domain.frozen import THE_FORM, check_form

_REPORT: Final[TypeAdapter[Report]] = TypeAdapter(Report)


def party_reports(
    form: PartyForm, state: State, filled: Mapping[str, Any], by: str, on: date
) -> list[Report]:
    """Return the reports that a filled form stands for, in the order in which they are made.

    A changed answer is the former one taken back, and another one recorded. In a consultation what
    is said is a response, and with it the step is done.

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
    yield _report(form.kind, {**by_whom, **form.fixed, **filled})


def _report(kind: str, said: Mapping[str, Any]) -> Report:
    return check_form(_REPORT, {"wat": kind, **said}, THE_FORM)


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
    found = {q.name: _FILL_IN for q in empty if q.is_required}
    found |= {q.name: _CHOOSE for q in empty if q.choices}
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
