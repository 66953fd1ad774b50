# SPDX-License-Identifier: EUPL-1.2
"""A form is ours, of this page and for this purpose, or nothing of it is taken."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.exceptions import HTTPException
from starlette.requests import Request

from gehoord.desk.form_key import FormKeys, refuse_from_elsewhere


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> FormKeys:
    return FormKeys(tmp_path_factory.mktemp("home"))


def test_a_key_opens_its_own_form_on_its_own_page_alone(keys: FormKeys, tmp_path: Path) -> None:
    key = keys.new("pagina", "gehoord")
    nonce = keys.nonce_of(key, "pagina", "gehoord")
    assert keys.new("pagina", "gehoord", nonce) == key
    for token, form in (("andere", "gehoord"), ("pagina", "adres"), ("", "")):
        with pytest.raises(HTTPException) as refused:
            keys.nonce_of(key, token, form)
        assert refused.value.status_code == 403
    with pytest.raises(HTTPException):
        FormKeys(tmp_path).nonce_of(key, "pagina", "gehoord")


def test_no_two_forms_have_the_same_number(keys: FormKeys) -> None:
    drawn = {keys.new("pagina", "gehoord").partition(".")[0] for _ in range(100)}
    assert len(drawn) == 100
    assert all(len(number) == 22 for number in drawn)


@given(key=st.text(max_size=80))
def test_no_other_key_opens_anything(keys: FormKeys, key: str) -> None:
    with pytest.raises(HTTPException):
        keys.nonce_of(key, "pagina", "gehoord")


def asked(**headers: str) -> Request:
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "method": "POST", "path": "/", "headers": named})


ADDRESS = "https://balie.example"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec_fetch_site": "same-origin", "origin": "null"},
        {"sec_fetch_site": "same-origin", "origin": ADDRESS},
        {"origin": "http://127.0.0.1:4280", "host": "127.0.0.1:4280"},
    ],
)
def test_a_form_of_our_own_page_is_taken(headers: dict[str, str]) -> None:
    refuse_from_elsewhere(asked(**headers), ADDRESS)


@pytest.mark.parametrize(
    "headers",
    [
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site", "origin": "null"},
        {"origin": "https://elders.example", "host": "balie.example"},
        {"origin": "https://balie.example.elders.example"},
    ],
)
def test_a_form_on_a_page_of_somebody_else_is_refused(headers: dict[str, str]) -> None:
    with pytest.raises(HTTPException) as refused:
        refuse_from_elsewhere(asked(**headers), ADDRESS)
    assert refused.value.status_code == 403
