# SPDX-License-Identifier: EUPL-1.2
"""`gehoord plan VOORSTEL --raden`: what the hearing leaves each council."""

from datetime import date

from gehoord.app.printing import as_json, say, table
from gehoord.calendar.due import Stretch
from gehoord.calendar.dutch import counted, day_in_words
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.plan.opportunities import (
    CouncilOpportunity,
    days_to_be_heard,
    hearing_window,
    opportunities,
)
from gehoord.domain.plan.plan import Plan

UNKNOWN = "onbekend"


def show_councils(plan: Plan, eenheid: Eenheid, *, json: bool) -> None:
    """Print for each council its recess and the meetings that fit in the hearing."""
    councils, window = opportunities(plan, eenheid), days_to_be_heard(plan)
    if json:
        as_json(
            {
                "window": _window_as_json(window),
                "councils": [_as_json(found) for found in councils],
            }
        )
        return
    if window is None:
        say("Dit voorstel heeft geen periode waarin de raden worden gehoord.")
        return
    table(
        (
            "Gemeente",
            "Reces",
            "Bruikbaar",
            "Levertijd",
            "Passend",
            "Eerste",
            "Laatste",
            "Stukken uiterlijk",
        ),
        [_row(found) for found in councils],
    )
    sent = hearing_window(plan)
    is_next = sent is not None and (window.span.start - sent.start).days == 1
    say(
        f"De raden kunnen worden gehoord van {window.first.in_words}"
        f"{' (de dag na verzending)' * is_next} tot en met {window.last.in_words}; "
        "reces en bruikbaar in dagen, de levertijd in raadsweken."
    )
    if unknown := [found.municipality.name for found in councils if not found.is_known]:
        say(
            f"Van {counted(len(unknown), 'raad', 'raden')} is het vergaderschema van deze periode "
            "onbekend. Vul 'vergaderingen' in eenheid.toml in."
        )


def _window_as_json(window: Stretch | None) -> dict[str, date] | None:
    return {"start": window.span.start, "end": window.span.end} if window else None


def _row(found: CouncilOpportunity) -> tuple[str, ...]:
    use, meetings = found.usability, found.opportunity
    days = (str(use.recess_days), str(use.usable_days)) if use else (UNKNOWN, UNKNOWN)
    lead = str(found.municipality.lead_weeks)
    if meetings is None:
        return (found.municipality.name, *days, lead, UNKNOWN, "", "", "")
    return (
        found.municipality.name,
        *days,
        lead,
        str(len(meetings.fitting)) if meetings.fitting else "geen",
        _day(meetings.first.day if meetings.first else None),
        _day(meetings.last.day if meetings.last else None),
        _day(meetings.deliver_by),
    )


def _day(day: date | None) -> str:
    return day_in_words(day) if day else ""


def _as_json(found: CouncilOpportunity) -> dict[str, object]:
    use, meetings = found.usability, found.opportunity
    return {
        "code": found.municipality.code,
        "name": found.municipality.name,
        "recess_days": use.recess_days if use else None,
        "usable_days": use.usable_days if use else None,
        "recess": list(use.reasons) if use else [],
        "lead_weeks": found.municipality.lead_weeks,
        "known": found.is_known,
        "meetings": [meeting.day for meeting in meetings.fitting] if meetings else None,
        "deliver_by": meetings.deliver_by if meetings else None,
        "reasons": list(meetings.reasons) if meetings else [],
    }
