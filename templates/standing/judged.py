# SPDX-License-Identifier: EUPL-1.2
"""What the checks find, and the reasons that were recorded."""

from gehoord.calendar.dutch import day_in_words
from gehoord.domain.dossier.withdrawn import standing
from gehoord.domain.outgoing.standing import StateOfAffairs
from gehoord.templates.commands import in_forms
from gehoord.templates.links import Links
from gehoord.templates.markdown import plain
from gehoord.templates.sources import explained


def judged(affairs: StateOfAffairs, links: Links) -> list[str]:
    """Return the findings on the dossier as it stands, and the reasons given, in Markdown."""
    found = affairs.findings
    lines = [
        f"- **{f.severity}** ({f.code}): {plain(f.text)} "
        f"{in_forms(f.next_step, links, affairs.state.id)} "
        f"*{plain(f.ground.in_words)}*"
        for f in found
    ]
    reasons = [
        f"- **{r.code}**: {plain(r.ground)} ({plain(r.office)}, {day_in_words(r.given_on)})"
        for r in standing(affairs.state.reasons)
    ]
    sources = explained(f"{f.text} {f.ground.in_words}" for f in found)
    return [
        "## Wat de toets vindt",
        "",
        *(lines or ["Er zijn geen bevindingen."]),
        *(["", sources] if sources else []),
        *(["", "Vastgelegde redenen:", "", *reasons] if reasons else []),
        "",
        "Gehoord ondersteunt een jurist en vervangt die niet.",
    ]
