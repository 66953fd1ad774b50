# SPDX-License-Identifier: EUPL-1.2
"""How a field of a report is asked for, wherever people give one: command line or form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo


@dataclass(frozen=True)
class Everybody:
    """A switch that stands for everybody, beside a field that names some.

    Attributes:
        value: what the report then holds.
        name: of the switch; its ``title`` and ``description`` are what people read.
        choice: what people are told who turned the switch and named some as well.
    """

    value: str
    name: str
    title: str
    description: str
    choice: str


@dataclass(frozen=True)
class OneChoice:
    """The field of a form in which one choice stands for the answers to several other fields.

    What is filled in beside it goes before what it stands for.

    Attributes:
        name: of the field; its ``title`` and ``description`` are what people read.
        stands_for: the answers by the name of their fields, or a refusal of what is no choice.
    """

    name: str
    title: str
    description: str
    stands_for: Callable[[str], Mapping[str, Any]]


@dataclass(frozen=True)
class Several:
    """The field of a form in which several are named at once: each gets a report of its own.

    Attributes:
        name: of the field; its ``title`` and ``description`` are what people read.
    """

    name: str
    title: str
    description: str


@dataclass(frozen=True)
class Asked:
    """What the title, description, type and default of a field do not say themselves.

    Attributes:
        argument: its name as an argument of the command line; without it it is an option.
        options: how the option is typed; otherwise the Dutch name of the field.
        help: what the command line says, where the description does not fit there.
        more: what the form says besides the description.
        else_today: whether it is today when it is left out.
        everybody: the switch beside it.
        several: what a form asks in its place.
        choice: what a form asks before it, and then this may stay empty.
        table: what the command line says of a file from which the values can be read; without it
            there is no such file.
        or_address: whether a file may be named by its address on the web as well.
        from_file: nobody is asked for it: the file of the report says it.
    """

    argument: str = ""
    options: tuple[str, ...] = ()
    help: str = ""
    more: str = ""
    else_today: bool = False
    everybody: Everybody | None = None
    several: Several | None = None
    choice: OneChoice | None = None
    table: str = ""
    or_address: bool = False
    from_file: bool = False


@dataclass(frozen=True)
class Question:
    """A field of one kind of report, as it is put to people. ``name`` is its Dutch name."""

    name: str
    field: FieldInfo
    asked: Asked

    @property
    def title(self) -> str:
        """What stands above it."""
        return self.field.title or ""

    @property
    def description(self) -> str:
        """One sentence that says what it asks."""
        return self.field.description or ""

    @property
    def sort(self) -> type[Any]:
        """The type of its value, or of each of its values."""
        return _sort(self.field.annotation)

    @property
    def is_many(self) -> bool:
        """Whether it holds several values."""
        return get_origin(_main(self.field.annotation)) is tuple

    @property
    def is_required(self) -> bool:
        """Whether a report without it is refused."""
        return self.field.is_required()

    @property
    def choices(self) -> tuple[str, ...]:
        """The only values that it can have, if they are few."""
        main = _main(self.field.annotation)
        if get_origin(main) is Literal:
            return get_args(main)
        return tuple(self.sort) if issubclass(self.sort, StrEnum) else ()


def questions(model: type[BaseModel]) -> tuple[Question, ...]:
    """Return what a kind of report asks, in the order of its fields; its own name is no question.

    Nor is the day of what happens now, or what is read from a file.

    >>> class Heard(BaseModel):
    ...     answer: Literal["ja", "nee"]
    >>> [(question.name, question.choices) for question in questions(Heard)]
    [('answer', ('ja', 'nee'))]
    """
    is_now = getattr(model, "is_now", False)
    asked = (
        Question(
            field.alias or name,
            field,
            next((m for m in reversed(field.metadata) if isinstance(m, Asked)), Asked()),
        )
        for name, field in model.model_fields.items()
        if name != "what" and not (name == "on" and is_now)
    )
    return tuple(question for question in asked if not question.asked.from_file)


def _main(annotation: Any) -> Any:
    """Return an annotation without its constraints; of several types the first."""
    while get_origin(annotation) in (Annotated, Union, UnionType):
        annotation = get_args(annotation)[0]
    return annotation


def _sort(annotation: Any) -> type[Any]:
    main = _main(annotation)
    if get_origin(main) is tuple:
        return _sort(get_args(main)[0])
    return str if get_origin(main) is Literal else main
