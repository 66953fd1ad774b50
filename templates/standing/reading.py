# SPDX-License-Identifier: EUPL-1.2
"""The drafts that went to be read: to how many, and who did not respond."""

from gehoord.domain.dossier.state import State
from gehoord.domain.outgoing.reading_along import rounds_told
from gehoord.templates.links import Links
from gehoord.templates.markdown import link, plain


def reading(state: State, links: Links) -> list[str]:
    """Return the rounds of readers in Markdown; nothing while no draft went to be read."""
    told = rounds_told(state)
    if not told:
        return []
    form = links.form("melden-reactie", {"dossier": state.id})
    report = [f"{link('Een reactie melden', form)}"] if form else []
    lines = [f"- {plain(one.in_words)}" for one in told]
    return ["## Ter lezing", "", *lines, *([""] if report else []), *report]
