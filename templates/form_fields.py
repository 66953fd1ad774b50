# SPDX-License-Identifier: EUPL-1.2
"""The fields of a form as the pages of Prefect read them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from gehoord.domain.acts.form import Box

Form = Mapping[str, Any]
"""The fields of a deployment in Prefect that make its form."""

_JSON_TYPES: Final[dict[type[Any], dict[str, str]]] = {
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    int: {"type": "integer"},
}


class Field(NamedTuple):
    """A field, with what can be chosen in it now; ``None`` where people write themselves.

    Attributes:
        means: what the choices are, in each dossier.
    """

    box: Box
    choices: tuple[str, ...] | None
    means: str = ""

    @property
    def is_asked(self) -> bool:
        """Whether it stands in the form: one that may stay empty, only if it can be filled in."""
        return self.box.is_required or self.choices != ()


def form_of(asked: Sequence[Field], filled: Mapping[str, str]) -> Form:
    """Return the form that asks these fields, in this order.

    Args:
        asked: the fields.
        filled: what stands in some of them when the form opens.
    """
    properties: dict[str, dict[str, Any]] = {
        field.box.name: {"position": place, **_property(field)} for place, field in enumerate(asked)
    }
    for name, value in filled.items():
        properties[name]["default"] = value
    return {
        "parameter_openapi_schema": {
            "title": "Parameters",
            "type": "object",
            "properties": properties,
            "required": [field.box.name for field in asked if field.box.is_required],
            "definitions": {},
        },
        "parameters": dict(filled),
    }


def _property(field: Field) -> dict[str, Any]:
    """Return one field as Prefect's pages read it."""
    box, choices, means = field
    one: dict[str, Any] = dict(_JSON_TYPES.get(box.sort, {"type": "string"}))
    if choices:  # in words, also where they stand for a number
        one = {"type": "string", "enum": list(choices)}
    made: dict[str, Any] = {"type": "array", "items": one} if box.is_many else one
    if box.default is not None:
        made["default"] = box.default
    return {"title": box.title, "description": f"{box.description} {means}".strip(), **made}
