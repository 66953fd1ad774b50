# SPDX-License-Identifier: EUPL-1.2
"""The adviser finds every letter of his dossier on the desk, to print or to edit; nobody else."""

import re
from urllib.parse import unquote

import pytest

from gehoord.tasks import letters
from gehoord.templates.paper.pdf import NotSetError
from tests.desk.conftest import Balie, Open
from tests.desk.hidden import hidden
from tests.desk.test_party import read
from tests.story import ASKED, HEARD

KEY = r'/brieven/([0-9a-f]{64})\.pdf"'


@pytest.fixture
def asked(balie: Open) -> Balie:
    return balie("asked", HEARD)


def test_each_letter_is_there_in_every_form(asked: Balie) -> None:
    path = f"{asked.page('adviseur')}/brieven"
    page = asked.get(path).text
    keys = re.findall(KEY, page)
    assert len(keys) >= 3
    begins = {"pdf": b"%PDF-1.7", "docx": b"PK", "odt": b"PK", "html": b"<!DOCTYPE html>"}
    for form, start in begins.items():
        answer = asked.get(f"{path}/{keys[0]}.{form}")
        assert answer.content.startswith(start)
        called = unquote(answer.headers["Content-Disposition"])
        assert re.search(rf"''[a-z-]+ [A-Z][a-z]+[^/]*\.{form}$", called), called
    labels = re.findall(r'aria-label="([^"]+)"', page)
    assert len(labels) == len(set(labels))
    assert "<td>verzending</td>" not in page


def test_of_what_left_as_html_no_pdf_is_offered(
    balie: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letters, "letter_as_pdf", refused)
    asked = balie("asked", HEARD)
    page = asked.get(f"{asked.page('adviseur')}/brieven").text
    [key, *more] = re.findall(r'/brieven/([0-9a-f]{64})\.html"', page)
    assert re.findall(KEY, page) == []
    assert page.count("<td>Verzonden als HTML</td>") == 1 + len(more)
    path = f"{asked.page('adviseur')}/brieven/{key}"
    assert asked.get(f"{path}.html").status_code == 200
    assert "Vraag hem als HTML" in asked.get(f"{path}.pdf").text


def refused(_html: str, _on: object) -> bytes:
    raise NotSetError("De brief kan niet als PDF worden gemaakt: zo gaat het niet.")


def test_nobody_but_the_adviser_finds_them_there_and_other_forms_are_not_there(
    asked: Balie,
) -> None:
    own = f"{asked.page('adviseur')}/brieven"
    [key, *_] = re.findall(KEY, asked.get(own).text)
    wrong = [f"{own}/{key}.exe", f"{own}/{'0' * 64}.pdf", "/p/x/brieven"]
    for who in ("Haarlem", "rbop"):
        wrong += [f"{asked.page(who)}/brieven", f"{asked.page(who)}/brieven/{key}.pdf"]
    assert {asked.get(path).status_code for path in wrong} == {404}


def test_a_letter_on_letter_paper_that_is_none_says_so(asked: Balie) -> None:
    (asked.home / "briefpapier.odt").write_bytes(b"geen document")
    path = f"{asked.page('adviseur')}/brieven"
    [key, *_] = re.findall(KEY, asked.get(path).text)
    answer = asked.get(f"{path}/{key}.odt")
    assert answer.status_code == 422
    assert "briefpapier.odt" in answer.text


def test_a_trial_is_asked_for_on_the_page_and_counts_nowhere(balie: Open) -> None:
    adviser = balie("opened", ASKED)
    path = f"{adviser.page('adviseur')}/brieven"
    data = {"sleutel": hidden(adviser.get(path), "sleutel"), "stap": "procesbrief"}
    wrong = adviser.post(f"{path}/proef", data={**data, "aan": "Utrecht"})
    assert (wrong.status_code, "'Utrecht'" in read(wrong.text)) == (422, True)
    assert 'value="Utrecht"' in wrong.text
    assert '<option value="procesbrief" selected>' in wrong.text
    done = adviser.post(f"{path}/proef", data={**data, "aan": "Texel"})
    assert "Een proef gaat naar u alleen: PROEF: " in read(done.text)
    assert "Er is nog geen brief" in done.text
    assert adviser.followed == ["klein"]


def test_a_dossier_without_letters_says_how_they_come(balie: Open) -> None:
    found = balie("opened", ASKED)
    assert "Er is nog geen brief" in found.get(f"{found.page('adviseur')}/brieven").text
