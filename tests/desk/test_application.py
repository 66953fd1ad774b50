# SPDX-License-Identifier: EUPL-1.2
"""Whatever is asked, the desk stays itself: no error of its own, no trace, the same headers."""

import os
import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gehoord.desk.guard import ALWAYS
from gehoord.flows.access import give_link
from tests.desk.conftest import Balie, Open
from tests.story import ASKED

EXAMPLES = 10_000 if os.environ.get("GEHOORD_FAULTS") else 60
ODD = [
    "%00", "%0d%0aSet-Cookie:x", "..%2f..%2fetc%2fpasswd", "%ff%fe", "%F0%9F%98%80", "' OR 1=1--",
    "{{7*7}}", "<script>", "%25", "a" * 5000, "\u202e", "null", "-1", ";", "%2e%2e", "*", "",
]  # fmt: skip
KNOWN = [
    "p", "k", "o", "stuk", "dag", "gezond", "stijl.css", ".well-known", "x.ics", "antwoord",
    "gehoord", "adres", "ontvangst", "ingestuurd.json", "werkblad", "werkblad.xlsx", "vastleggen",
    "vergaderingen", "overzicht", "brief",
]  # fmt: skip
segment = st.one_of(
    st.sampled_from(ODD),
    st.sampled_from(KNOWN),
    st.text(
        st.characters(
            codec="utf-8", exclude_characters="/?#\\", min_codepoint=33, exclude_categories=["Cc"]
        ),
        max_size=50,
    ),
)
header = st.sampled_from(
    ["If-None-Match", "Host", "Range", "Accept", "Cookie", "Content-Length", "X-Forwarded-Proto"]
)
value = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=100)


@pytest.fixture
def asked(balie: Open) -> Balie:
    return balie("asked", ASKED)


@pytest.fixture
def untouched(asked: Balie) -> Iterator[list[str]]:
    """The pages of a griffie, the adviser and the coordinators; nothing is to change by asking."""
    overview = give_link(asked.story.register, "klein", "overzicht", asked.home, asked.on).path
    pages = [asked.page("Haarlem"), asked.page("adviseur"), overview]
    before = asked.story.everything()
    yield [page.removeprefix("/") for page in pages]
    assert asked.story.everything() == before


@settings(
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    database=None,
)
@given(
    method=st.sampled_from(
        ["GET", "GET", "GET", "HEAD", "OPTIONS", "POST", "PUT", "TRACE", "PROPFIND"]
    ),
    whose=st.integers(0, 3),
    segments=st.lists(segment, max_size=4),
    headers=st.dictionaries(header, value, max_size=3),
)
def test_no_request_makes_it_fail_or_tells_or_changes_anything(
    asked: Balie,
    untouched: list[str],
    method: str,
    whose: int,
    segments: list[str],
    headers: dict[str, str],
) -> None:
    path = "/".join(["http://testserver", *untouched[whose : whose + 1], *segments])
    answer = asked.client.request(method, path, headers=headers)
    assert answer.status_code in (200, 304, 400, 403, 404, 405, 409, 413, 415)
    assert "Traceback" not in answer.text
    assert {name: answer.headers.get(name) for name in ALWAYS} == ALWAYS


def test_a_browser_is_told_to_keep_to_what_the_page_needs(asked: Balie) -> None:
    answer = asked.get(asked.page("Haarlem"))
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["strict-transport-security"] == "max-age=31536000"
    assert not re.search(r"<script|<style| style=| on\w+=", answer.text)
    assert "http://" not in answer.text


def test_a_register_that_cannot_be_read_is_said_without_saying_why(
    asked: Balie, caplog: pytest.LogCaptureFixture
) -> None:
    page = asked.page("Haarlem")
    with asked.story.register.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE access RENAME TO elders")
    answer = asked.get(page)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "30")
    assert "OperationalError" not in answer.text
    assert "OperationalError" in caplog.text
    assert page.removeprefix("/p/") not in caplog.text
