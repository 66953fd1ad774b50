"""What the overviews of a dossier say: how far the hearing is, each council, and the findings."""

from typing import Final

from gehoord.calendar.dutch import counted, day_in_words
from gehoord.domain.checks import Case, findings
from gehoord.domain.dossier.hearing import Hearing
from gehoord.domain.dossier.state import State
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
        for h in sorted(state.hearings, key=lambda h: h.name)
    ]


def _answered(state: State, hearing: Hearing) -> str:
    """Return what a council answered, after what was withdrawn of what it had answered before."""
    said = state.zienswijzen.where(municipality=hearing.municipality)
    withdrawn = [z.withdrawal_in_words.removesuffix(".") for z in said if not z.counts]
    return ". Daarna: ".join(filter(None, [*withdrawn, hearing.answer or hearing.reason]))


def overview(case: Case, state: State) -> str:
    """Return the findings on the dossier as it stands, and the reasons given, in Markdown."""
    found = findings(case)
    lines = [
        f"- **{f.severity}** ({f.code}): {plain(f.text)} {plain(f.remedy)}"
        + (f" *{plain(f.ground)}*" if f.ground else "")
        for f in found
    ]
    reasons = [
        f"- **{r.code}**: {plain(r.ground)} ({plain(r.office)}, {day_in_words(r.given_on)})"
        for r in state.reasons
    ]
    return "\n".join(
        [
            "Gehoord ondersteunt een jurist en vervangt die niet.",
            "",
            *(lines or ["Er zijn geen bevindingen."]),
            *(["", "Vastgelegde redenen:", "", *reasons] if reasons else []),
        ]
    )
