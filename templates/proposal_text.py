# SPDX-License-Identifier: EUPL-1.2
"""How a proposal is written as text: TOML for the adviser, with what experience says above it."""

from collections.abc import Sequence
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from gehoord.calendar.dutch import capital
from gehoord.templates.sources import explained

_ENVIRONMENT: Final = Environment(
    loader=PackageLoader("gehoord.templates", "proposals"),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    autoescape=False,  # noqa: S701  (TOML, not HTML)
)


def proposal_text(template: str, experience: Sequence[str], **said: Any) -> str:
    """Return a proposal as TOML.

    Args:
        template: the name of its template.
        experience: where it departs from every earlier procedure, in sentences.
        said: what the template says.
    """
    return _ENVIRONMENT.get_template(template).render(
        experience=[capital(line) for line in experience], sources=explained(experience), **said
    )
