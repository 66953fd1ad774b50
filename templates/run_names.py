# SPDX-License-Identifier: EUPL-1.2
"""What a run is called: for what was reported, as people say it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from gehoord.calendar.dutch import day_in_words, enumeration
from gehoord.domain.acts.moving import MOVING, only_looks
from gehoord.domain.acts.opening_forms import LAYING_OUT, OPENING, looks_at_proposal
from gehoord.domain.acts.reports_of_changes import Reached
from gehoord.domain.acts.reports_of_hearing import ALL
from gehoord.domain.proposal.stage import Stage
from gehoord.templates.plain import plain

REPORTS: Final = "melden-"
"""How the names of all forms of reports begin."""
_SUBJECTS: Final = (
    "gemeenten",
    "gemeente",
    "actiehouders",
    "actiehouder",
    "van",
    "naam",
    "wie",
    "verzoek",
)
"""Fields that say whom a report is about, the first that is filled in."""
_THEMSELVES: Final = (
    "stap",
    "melding",
    "komt",
    "bevinding",
    "jaar",
    "antwoord",
    "vraag",
    "uitkomst",
    "gebeurtenis",
    "grondslag",
)
"""Fields that say what happened, in a word or two."""
_LONGEST: Final = 120


def name_of_run(form: str, filled: Mapping[str, Any], today: date) -> str | None:
    """Return the name of a run that a form starts; nothing where it is no form of Gehoord.

    Args:
        form: its name.
        filled: what was filled in, right or wrong.
        today: the day, where the form does not say.

    >>> name_of_run("4-horen", {"dossier": "imv-2028-2031"}, date.max)
    'imv-2028-2031: raden horen'
    """
    if form.startswith(REPORTS):
        return name_of_report(form.removeprefix(REPORTS), filled, today)
    if own := _OF_NO_REPORT.get(form):
        return own(filled)
    if stage := next((stage for stage in Stage if stage.numbered == form), None):
        heading = stage.heading
        return _short(f"{filled.get('dossier') or '?'}: {heading[0].lower()}{heading[1:]}")
    return None


def name_of_report(kind: str, filled: Mapping[str, Any], today: date) -> str:
    """Return the name of a run that records a report.

    Args:
        kind: of the report.
        filled: what was filled in, right or wrong.
        today: the day, where the form does not say.

    >>> name_of_report("gehoord", {"gemeenten": ["Haarlem"], "op": "2027-09-20"}, date.max)
    'Haarlem: gehoord, 20 september 2027'
    >>> name_of_report("reservering", {"gemeente": "Hoorn", "dag": "2027-09-23"}, date.max)
    'Hoorn: reservering, 23 september 2027'
    """
    subject = next((filled[field] for field in _SUBJECTS if filled.get(field)), None)
    who = filled.get("dossier") if subject is None else _who(subject, filled)
    day = _day(filled.get("dag") or filled.get("op"), today)
    what = [_said(filled[field]) for field in _THEMSELVES if filled.get(field)]
    if (office := filled.get("ambt")) and office != Reached.GRIFFIE:
        kind = f"{kind} van de {office}"  # the form says griffie of whoever is no municipality too
    return _short(f"{who or '?'}: {', '.join([kind, *what, day])}")


def name_of_move(filled: Mapping[str, Any]) -> str:
    """Return the name of a run that gives a step another day, or looks at what would follow."""
    looks = "bekijken: " * only_looks(filled.get("alleen_bekijken"))
    to = _day(filled.get("naar"), None)
    return _short(f"{filled.get('dossier') or '?'}: {looks}'{filled.get('stap')}' naar {to}")


def name_of_opening(filled: Mapping[str, Any]) -> str:
    """Return the name of a run that opens a dossier from a proposal that is there, or looks."""
    what = "bekijken" if looks_at_proposal(filled.get("alleen_bekijken")) else "dossier openen"
    return _short(f"{filled.get('naam') or filled.get('voorstel') or '?'}: {what}")


def name_of_laying_out(filled: Mapping[str, Any]) -> str:
    """Return the name of a run that lays out a procedure, and opens it or looks at it.

    >>> name_of_laying_out({"na": "imv-2028-2031", "verlengen": True})
    'imv-2028-2031: bekijken: verlenging'
    """
    looks = "bekijken: " * only_looks(filled.get("alleen_bekijken"))
    after = filled.get("na")
    what = "procedure erna" if after else "nieuwe procedure"
    if filled.get("verlengen"):
        what = "verlenging"
    day = filled.get("vaststelling")
    adopted = f", vaststelling {_day(day, None)}" if day else ""
    return _short(f"{after or filled.get('eenheid') or '?'}: {looks}{what}{adopted}")


_OF_NO_REPORT: Final[Mapping[str, Callable[[Mapping[str, Any]], str]]] = {
    MOVING: name_of_move,
    OPENING: name_of_opening,
    LAYING_OUT: name_of_laying_out,
}
"""The name of a run, of each form that is no report and no stage."""


def _who(subject: Any, filled: Mapping[str, Any]) -> str:
    if not isinstance(subject, list):
        return str(subject)
    if subject == [ALL]:
        return "alle raden"
    first, more = subject[0], len(subject) - 1
    others = "andere raden" if filled.get("gemeenten") else "anderen"
    if more == 1:
        return f"{first} en {subject[1]}"
    return f"{first} en {more} {others}" if more else str(first)


def _said(answer: Any) -> str:
    return enumeration([str(one) for one in answer]) if isinstance(answer, list) else str(answer)


def _day(said: Any, otherwise: date | None) -> str:
    """Return a day in words; what is no day stands as it was written."""
    if not said and otherwise:
        return day_in_words(otherwise)
    try:
        return day_in_words(date.fromisoformat(str(said)))
    except ValueError:
        return str(said)


def _short(name: str) -> str:
    """Return a name on one line: whoever filled in the form wrote part of it."""
    return plain(name, _LONGEST)
