# SPDX-License-Identifier: EUPL-1.2
"""Which words go and which stay: every field is looked at, and nothing else is touched."""

import json

import pytest

from gehoord.domain.dossier.erasing import FREE_TEXT, MARK, Eraser, is_erased_of
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.domain.dossier.receipt import SentForm
from gehoord.domain.eenheid.eenheid import Eenheid
from gehoord.store.table_of import ROWS

KEYS = {
    "id", "dossier", "code", "name", "district", "step", "owner", "municipality", "about",
    "document", "strength", "corrects", "version", "by", "basis", "adopters", "action",
    "recipient", "office", "closes", "salt", "page_hash", "feed_hash", "form", "cause", "rung",
    "thread", "mail_domain", "paper", "facts", "answer", "arrival", "eenheid_name", "contains",
    "steps", "goals_before", "assent", "belongs_to", "besluit", "start_words", "due_words", "words",
    "respond_words", "changes", "councils", "successors",
}  # fmt: skip
"""What a program finds things by, and days in words: people do not write there what they like."""


def test_every_field_of_text_is_looked_at_or_is_a_key() -> None:
    missed = {
        f"{kind.__name__}.{name}"
        for kind in ROWS
        if kind is not JournalEntry
        for name, field in kind.model_fields.items()
        if ("str" in str(field.annotation) or "tuple" in str(field.annotation))
        and name not in KEYS
        and name not in FREE_TEXT.get(kind, ())
    }
    assert missed == set()


def test_every_field_that_is_named_is_there() -> None:
    for kind, names in FREE_TEXT.items():
        assert set(names) <= set(kind.model_fields), kind


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Bel Jan Bos.", f"Bel {MARK}."),
        ("JAN  BOS en jan\nbos", f"{MARK} en {MARK}"),
        ("Jan Bosman belt", "Jan Bosman belt"),
        ("de zus van Jan Bos-Vis", f"de zus van {MARK}-Vis"),
        ("jan@x.example", ""),
        ("griffie@x.example, jan@x.example", "griffie@x.example"),
        ("mail jan@x.example.", f"mail {MARK}."),
        ("oud-jan@x.example", "oud-jan@x.example"),
        ("jan@x.example.nl is een ander", "jan@x.example.nl is een ander"),
    ],
)
def test_a_name_goes_where_it_is_a_name_of_its_own(text: str, left: str) -> None:
    assert Eraser(["Jan Bos", "jan@x.example"]).without(text) == left


@pytest.mark.parametrize(
    ("word", "text", "left"),
    [
        ("José Bos", "Bel Jose\u0301 Bos.", f"Bel {MARK}."),
        ("Jose", "Jose\u0301 is een ander", "Jose\u0301 is een ander"),
        ("Jan O'Hara", "Jan O\u2019Hara, Jan O&#39;Hara", f"{MARK}, {MARK}"),
        ("Bos & Vis", "<b>Bos &amp; Vis</b>", f"<b>{MARK}</b>"),
        ("An-Marie Bos", "An\u2011Marie\u00a0Bos", MARK),
        ("Jan Bos", "LOCATION:bij Ja\r\n n Bos", f"LOCATION:bij {MARK}"),
        ("Jan Bos", "Jan\u200b Bo\u00ads", MARK),
        (
            "06 12 34 56 78",
            "0612345678, 06-12345678, +31 (0)6 1234 5678",
            f"{MARK}, {MARK}, {MARK}",
        ),
        ("+31 6 12345678", "Bel 06.12.34.56.78.", f"Bel {MARK}."),
        ("06 12 34 56 78", "Nummer 90612345678", "Nummer 90612345678"),
    ],
)
def test_a_name_or_number_goes_however_it_was_typed(word: str, text: str, left: str) -> None:
    assert Eraser([word]).without(text) == left


@pytest.mark.parametrize("before", ["Beste adviseur,\n", "Bel\t", 'Bel "onze" '])
@pytest.mark.parametrize("name", ["Karel Bos", "Karel\nBos"])
def test_a_name_goes_from_a_form_as_it_was_sent_in(before: str, name: str) -> None:
    """A form is kept as JSON, in which the end of a line is a letter that touches the name."""
    sent = SentForm("1", "klein", "GM0392", "verzoek", {"tekst": f"{before}{name}"})
    left = json.loads(Eraser(["Karel Bos"]).without(sent.content))
    assert left["velden"] == {"tekst": f"{before}{MARK}"}


def test_what_is_kept_as_json_stays_json_that_can_be_read() -> None:
    unit = {
        "id": "klein", "naam": "Klein", "vakantieregio": "noord",
        "adressen": {"minister": "jan@x.example", "korpschef": "post@x.example"},
        "briefhoofd": {"ondertekenaar": "Jan Bos", "behandeld_door": "Jan Bos, adviseur"},
        "gemeente": [{"code": "GM0392", "naam": "Haarlem", "griffie_adres": "jan@x.example"}],
        "partij": [{"id": "rbop", "naam": "RBOP", "adres": "jan@x.example"}],
    }  # fmt: skip
    read = Eenheid.model_validate_json(
        Eraser(["Jan Bos", "jan@x.example"]).without(json.dumps(unit))
    )
    assert (read.addresses.minister, read.addresses.korpschef) == (None, "post@x.example")
    assert (read.letterhead.signatory, read.letterhead.handled_by) == ("", f"{MARK}, adviseur")
    assert read.municipalities[0].griffie_address is None
    assert read.parties[0].address is None


@pytest.mark.parametrize(
    ("now", "before", "is_so"),
    [
        (f"Brief {MARK}.pdf", "Brief Jan.pdf", True),
        (f"{MARK}.pdf", "Jan.pdf", True),
        ("Brief.pdf", "Brief Jan.pdf", False),
        (f"Brief {MARK}.pdf", "Nota Jan.pdf", False),
        (f"Brief {MARK}.pdf", "Brief .pdf", False),
    ],
)
def test_a_name_with_holes_is_told_from_another_name(now: str, before: str, is_so: bool) -> None:
    assert is_erased_of(now, before) is is_so
