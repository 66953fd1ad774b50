"""What the overviews of a dossier say: how far the hearing is, each council, and the findings."""

from typing import Final

from gehoord.calendar.dutch import by_letters, counted, day_in_words
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.state import State
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.dossier.zienswijze import Arrival
from gehoord.templates.markdown import plain

TABLE: Final = "De raden en hun antwoord"
FINDINGS: Final = "Bevindingen"


def how_many_heard(state: State) -> tuple[int, str]:
    """Return the councils heard out of those that still exist: per cent, and in words."""
    owed = state.owed_hearings
    settled = sum(h.is_settled for h in owed)
    share = round(100 * settled / len(owed)) if owed else 100
    return share, f"{settled} van {counted(len(owed), 'raad', 'raden')}"


def councils(state: State) -> list[dict[str, str]]:
    """Return a line for each council: asked, answered, what."""
    return [
        {
            "Gemeente": h.name,
            "Stand": h.state,
            "Gevraagd": day_in_words(h.invited_on) if h.invited_on else "",
            "Gehoord": day_in_words(h.heard_on) if h.heard_on else "",
            "Antwoord": _answered(state, h),
        }
        for h in sorted(state.hearings, key=lambda h: by_letters(h.name))
    ]


def _answered(state: State, hearing: Hearing) -> str:
    """Return what a council answered, between what was withdrawn before and what came besides."""
    said = state.zienswijzen.where(municipality=hearing.municipality)
    withdrawn = [z.withdrawal_in_words.removesuffix(".") for z in said if not z.counts]
    besides = [
        f"{z.arrival_in_words}: {z.answer}"
        for z in said
        if z.counts and z.arrival_in_words and z.received_on != hearing.heard_on
    ]
    late = f" ({Arrival.LATE})" if hearing.heard_on and hearing.is_late(hearing.heard_on) else ""
    answer = f"{hearing.answer}{late}" if hearing.answer else hearing.reason
    return ". Daarna: ".join(filter(None, [*withdrawn, answer, *besides]))


def overview(case: Case, state: State) -> str:
    """Return the findings on the dossier as it stands, and the reasons given, in Markdown."""
    found = findings(case)
    lines = [
        f"- **{f.severity}** ({f.code}): {plain(f.text)} {plain(f.next_step)} "
        f"*{plain(f.ground.in_words)}*"
        for f in found
    ]
    reasons = [
        f"- **{r.code}**: {plain(r.ground)} ({plain(r.office)}, {day_in_words(r.given_on)})"
        for r in standing(state.reasons)
    ]
    return "\n".join(
        [
            "Gehoord ondersteunt een jurist en vervangt die niet.",
            "",
            *(lines or ["Er zijn geen bevindingen."]),
            *(["", "Vastgelegde redenen:", "", *reasons] if reasons else []),
        ]
    )
