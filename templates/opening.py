# SPDX-License-Identifier: EUPL-1.2
"""What a dossier would be opened with, for whoever looks at it in Prefect: lines, and a page."""

from collections.abc import Iterator, Sequence
from typing import Final

from gehoord.calendar.due import NO_DAY
from gehoord.calendar.dutch import day_in_words, full_day_in_words
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.domain.finding import Finding
from gehoord.domain.plan.account import account_of
from gehoord.domain.plan.plan import Plan
from gehoord.domain.plan.planned_step import PlannedStep
from gehoord.templates.findings import sources_named
from gehoord.templates.markdown import as_table, plain, verbatim
from gehoord.templates.planned import what_is_done, whose

PLAN_AND_FINDINGS: Final = "Het plan en de bevindingen"
"""What the page is called on which both stand."""


def step_lines(plan: Plan, eenheid: Eenheid) -> Iterator[str]:
    """Yield a line for each step: its days, what is done, and by whom."""
    for planned in plan.steps:
        days = _days(plan, planned)
        yield f"{days}: {what_is_done(plan, planned)} ({whose(planned, eenheid)})"


def as_page(
    plan: Plan, eenheid: Eenheid, found: Sequence[Finding], remarks: Sequence[str], text: str
) -> str:
    """Return the plan and its findings in Markdown, and the proposal itself below them.

    Args:
        plan: every step with its days.
        eenheid: the unit.
        found: what the checks say.
        remarks: what an adviser must know of what was laid out for him.
        text: the proposal as its own TOML, if it was laid out here.
    """
    parts = [
        f"## {plain(plan.proposal.title)}",
        *(["\n".join(f"- {plain(remark)}" for remark in remarks)] if remarks else []),
        "## De stappen",
        as_table([_row(plan, planned, eenheid) for planned in plan.steps]),
        "## Wat de toets vindt",
        "\n".join(map(_finding, found)) or "Er zijn geen bevindingen.",
        plain(sources_named(found, remarks)),
        "Gehoord ondersteunt een jurist en vervangt die niet.",
        *([_TO_CHANGE, verbatim(text)] if text else []),
    ]
    return "\n\n".join(filter(None, parts))


_TO_CHANGE: Final = (
    "## Het voorstel zelf\n\nIets anders nodig dan een andere dag? Bewaar deze tekst als bestand "
    "op .toml in uw map *plannen*, naast uw eenheid.toml. Pas haar aan, en open dat bestand met "
    "het formulier *openen*. De gemeenten en adressen komen dan uit uw eenheid.toml: zet daar "
    "eerst in wat in een vorig dossier is gemeld."
)


def _row(plan: Plan, planned: PlannedStep, eenheid: Eenheid) -> dict[str, str]:
    return {
        "Wanneer": _days(plan, planned),
        "Wat": what_is_done(plan, planned),
        "Wie": whose(planned, eenheid),
    }


def _finding(found: Finding) -> str:
    said, to_do = plain(found.text), plain(found.next_step)
    return f"- **{found.severity}** ({found.code}): {said} {to_do} *{plain(found.ground.in_words)}*"


def _days(plan: Plan, planned: PlannedStep) -> str:
    """Return the days of a step: an approximation or a month stays one."""
    if account := account_of(plan, planned):
        return f"{day_in_words(account.first_day)} tot en met {day_in_words(account.last_day)}"
    first = planned.start_in_words
    if not planned.has_day:
        return f"vanaf {first}, {NO_DAY}" if first else NO_DAY
    if not planned.names_day:
        return planned.due_in_words
    last = full_day_in_words(planned.due_on)
    return last if planned.span.days == 1 or not first else f"{first} tot en met {last}"
