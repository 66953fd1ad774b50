# SPDX-License-Identifier: EUPL-1.2
"""The commands that a Dutch text names, as the forms in Prefect that do the same.

A finding and a refusal say what to do as it is typed. Who reads them in Prefect types nothing.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from gehoord.domain.acts.moving import MOVING
from gehoord.domain.errors import Onward
from gehoord.domain.proposal.stage import Stage
from gehoord.templates.forms import FILL_IN, name_of, onward_lines
from gehoord.templates.links import Links
from gehoord.templates.markdown import link, plain

_COMMAND: Final = re.compile(
    r"""'?\bgehoord\ (?:move|start\ …\ (?P<stage>[a-z]+)|record\ (?P<kind>[a-z]+(?:-[a-z]+)*))
        (?:\ \S+\ (?P<code>\S+)(?:\ --stap\ (?P<step>\S+))?\ --door\ \S+\ --grond\ "…")?'?""",
    re.VERBOSE,
)
"""What the remedies of checks and `reason_in_words` name."""


def in_forms(text: str, links: Links, dossier: str) -> str:
    """Return a text as Markdown, in which each command is a link to its form, if that is there."""

    def as_link(command: re.Match[str]) -> str:
        address = _address(command, links, dossier)
        return link("formulier", address) if address else command[0]

    return _COMMAND.sub(as_link, plain(text))


def forms_named(text: str, links: Links, dossier: str) -> Iterator[str]:
    """Yield the address of the form of each command that a text names."""
    for command in _COMMAND.finditer(text):
        if address := _address(command, links, dossier):
            yield address


def ways_onward(onward: Iterable[Onward], text: str, links: Links, dossier: str) -> list[str]:
    """Return a line for each form that is right where another was refused, none of them twice.

    Args:
        onward: what the refusal knows; such a form opens with that filled in.
        text: of the refusal, with the commands that it names.
        links: the pages of Prefect.
        dossier: its name, as somebody filled it in.
    """
    known = onward_lines(onward, links, dossier)
    forms = {form: form.partition("?")[0] for form in forms_named(text, links, dossier)}
    others = [form for form, page in forms.items() if not any(page in line for line in known)]
    return [*known, *map(FILL_IN.format, others)]


def _address(command: re.Match[str], links: Links, dossier: str) -> str | None:
    """Return where the form is that does what a command does, filled in as far as it says."""
    kind, stage = command["kind"], command["stage"]
    form = name_of(kind) if kind else Stage(stage).numbered if stage else MOVING
    filled = {"dossier": dossier, "bevinding": command["code"], "stap": command["step"]}
    known = {name: value for name, value in filled.items() if value}
    return links.form(form, known)
