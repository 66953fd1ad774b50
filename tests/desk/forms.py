# SPDX-License-Identifier: EUPL-1.2
"""The forms that a page holds, as a program of somebody who means no good finds and fills them."""

import html
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from random import Random

from tests.calendar.incoming.files import file_of

ODD = (
    "", " ", "0", "-1", "null", "\x00", "\r\nX: y", "%00", "../../etc/passwd", "{{7*7}}",
    "<b>x</b>", "' OR 1=1--", "\u202e\u0000x", "\ud7ff\uffff", "é" * 300, "a" * 5000, "A" * 70_000,
    "=1+1", "alle", "Haarlem", "Texel", "GM0392", "rbop", "2027-09-16", "2027-13-45", "9999-12-31",
    "0001-01-01", "16 september 2027", "https://127.0.0.1/", "file:///etc/passwd", "😀" * 50,
    "De raad vraagt aandacht voor de wijkagent in de kleine kernen.", "griffie@haarlem.example",
)  # fmt: skip
"""What people and programs send in: right, nearly right, and never right."""
RIGHT: dict[str, Sequence[str]] = {
    "date": ("2027-09-16", "2027-09-09", "2027-10-07"),
    "text": ("griffie@haarlem.example", "raad"),
    "textarea": ("De raad vraagt aandacht voor de wijkagent in de kleine kernen.", ""),
}
"""What a field of a kind may be meant for."""
NAMES = (
    "ontwerp.pdf",
    "",
    "../../x.pdf",
    "a" * 300 + ".pdf",
    "\u202egpj.exe",
    "raden.xlsx",
    "raad.ics",
)


@dataclass
class Field:
    """One field: its kind (of an ``input``, or ``select`` and ``textarea``) and what it offers."""

    name: str
    kind: str
    value: str = ""
    choices: list[str] = field(default_factory=list)


@dataclass
class Form:
    """Where a form goes, and what it asks."""

    action: str
    fields: list[Field] = field(default_factory=list)


class Found(HTMLParser):
    """The forms and the links of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.links: list[str] = []
        self._select: Field | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        match tag:
            case "a":
                self.links.append(said.get("href", ""))
            case "form":
                self.forms.append(Form(html.unescape(said["action"])))
            case "input" | "select" | "textarea" | "button" if self.forms and said.get("name"):
                self._asks(Field(said["name"], said.get("type", tag), said.get("value", "")))
            case "option" if self._select:
                self._select.choices.append(said.get("value", ""))

    def _asks(self, asked: Field) -> None:
        self.forms[-1].fields.append(asked)
        self._select = asked if asked.kind == "select" else self._select


Fields = dict[str, list[str]]
Files = dict[str, tuple[str, bytes]]


def filled_in(form: Form, random: Random) -> tuple[Fields, Files]:
    """Return fields and files for a form: much as it asks for, some odd, some more than once."""
    fields: Fields = {}
    files: Files = {}
    for asked in form.fields:
        if random.random() < 0.05:
            continue
        if asked.kind == "file":
            files[asked.name] = ("", b"") if random.random() < 0.6 else _file(random)
        elif asked.kind in ("radio", "checkbox"):
            if asked.name not in fields or random.random() < 0.3:
                fields[asked.name] = [_value(asked, random)]
        else:
            times = 1 if random.random() < 0.98 else 3
            fields.setdefault(asked.name, []).extend(_value(asked, random) for _ in range(times))
    if random.random() < 0.1:
        fields[random.choice(ODD)[:30] or "x"] = [random.choice(ODD)]
    return fields, files


def _value(asked: Field, random: Random) -> str:
    if random.random() < (0.02 if asked.kind == "hidden" else 0.1):
        return random.choice(ODD)
    right = asked.choices or ([asked.value] if asked.value else RIGHT.get(asked.kind, ("",)))
    return random.choice(right)


def _file(random: Random) -> tuple[str, bytes]:
    return random.choice(NAMES), random.choice(list(_contents(random)))


def _contents(random: Random) -> Iterator[bytes]:
    """Give what a file may hold: little of it is what its name says."""
    yield b""
    yield b"%PDF-1.7\n1 0 obj << >> endobj\n%%EOF"
    yield random.randbytes(3000)
    yield b"De raad kan instemmen."
    yield file_of("UID:1\nSUMMARY:Raadsvergadering\nDTSTART:20270916T193000")
    yield b"\xff\xfe" + "Raden;Antwoord\r\n".encode("utf-16-le")
    yield b"PK\x03\x04" + random.randbytes(500)
    with io.BytesIO() as packed:
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("xl/workbook.xml", b"<a>" * 200_000)
        yield packed.getvalue()
