# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a command as it was typed, in one Dutch sentence."""

import re
from typing import Any, Final

from typer import TyperException

from gehoord.domain.nearby import near

_SAYS: Final = (
    (r"Missing command", "noem ook wat u wilt doen"),
    (r"No such command '(.*?)'\. Did you mean '(.*?)'\?", "'{}' bestaat niet; bedoelt u '{}'?"),
    (r"No such command '(.*?)'", "'{}' bestaat niet"),
    (r"Got unexpected extra argument\(s\) \((.*)\)", "'{}' is te veel; haal dat weg"),
    (r"Option '(.*?)' does not take a value", "bij optie '{}' hoort geen waarde; haal die weg"),
    (r"Option '(.*?)' requires", "zet achter optie '{}' een waarde"),
)
_CHOICE: Final = re.compile(r"(?:Value error, )?'(.*)' is not one of (.*)\.$", re.DOTALL)


def in_dutch(error: TyperException) -> str:
    """Return what is wrong and where to read how it should be."""
    context = getattr(error, "ctx", None)
    where = context.command_path if context else "gehoord"
    what = _what(error).rstrip(".")
    return f"'{where}': {what}{'' if what.endswith('?') else '.'} Zie '{where} --help'."


def _what(error: TyperException) -> str:
    # The library keeps the classes of its errors to itself, so they are known by their names.
    match type(error).__name__:
        case "MissingParameter":
            return f"{_parameter(error)} ontbreekt; vul dat in"
        case "NoSuchOption":
            close = getattr(error, "possibilities", None)
            hint = f"; bedoelt u '{close[0]}'?" if close else ""
            return f"optie '{getattr(error, 'option_name', '')}' bestaat niet{hint}"
        case "BadParameter":
            return f"bij {_parameter(error)}: {_said(error)}"
        case _:
            return _said(error)


def _said(error: TyperException) -> str:
    if found := _CHOICE.match(error.message):
        close = near(found[1], re.findall(r"'([^']+)'", found[2]))
        return f"'{found[1]}' kan niet; " + (
            f"bedoelt u '{close}'?" if close else f"kies uit {found[2]}"
        )
    for pattern, dutch in _SAYS:
        if found := re.match(pattern, error.message, re.DOTALL):
            return dutch.format(*found.groups())
    return "zo kan de opdracht niet worden gelezen"


def _parameter(error: TyperException) -> str:
    parameter: Any = getattr(error, "param", None)
    if parameter is None:
        return "een waarde"
    if parameter.param_type_name == "option":
        return f"optie '{parameter.opts[0]}'"
    return str(parameter.metavar or parameter.name.upper()).removesuffix("...")
