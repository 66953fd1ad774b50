# SPDX-License-Identifier: EUPL-1.2
"""Every form of every party, filled in by somebody who means no good, or by chance right."""

import os
from collections import Counter
from collections.abc import Iterator
from random import Random
from urllib.parse import urlencode

import pytest
from httpx import Response

from gehoord.desk.guard import ALWAYS
from gehoord.domain.dossier.journal import JournalEntry
from gehoord.store.verify import verify
from tests.desk.conftest import Balie, Open
from tests.desk.forms import Form, Found, filled_in
from tests.story import HEARD, Moment

TIMES = 10_000 if os.environ.get("GEHOORD_FAULTS") else 90
PARTIES = ("Haarlem", "Hoorn", "Texel", "burgemeester van Texel", "rbop", "adviseur")
KNOWN = {200, 204, 303, 400, 403, 404, 405, 408, 409, 413, 415, 422}
NOT_LINKED = ("/werkblad", "/vergaderingen")
"""Below a page: not everybody who may open these is shown a link to them."""
KINDS = (
    "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "multipart/form-data",
    "text/plain", "x" * 900,
)  # fmt: skip
MOMENTS: tuple[Moment, ...] = ("opened", "asked", "final")


class Stranger:
    """Somebody with the links of all parties, who tries what he can."""

    def __init__(self, found: Balie, random: Random) -> None:
        self.balie, self.random = found, random
        self.pages = {who: found.page(who) for who in PARTIES}
        self.known: dict[str, list[Form]] = {}
        self.receipts: set[str] = set()

    def form(self) -> Form:
        """Choose a form of one of the pages; a key that was used before is used again, too.

        Who finds that the adviser withdrew his link has been given another one.
        """
        who = self.random.choice(PARTIES)
        if self.balie.get(self.pages[who]).status_code == 404:
            self.pages[who] = self.balie.page(who)
        page = self.pages[who]
        if page not in self.known or self.random.random() < 0.1:
            self.known[page] = list(self._forms(page))
        forms = self.known[page]
        answers = [form for form in forms if "/antwoord/" in form.action]
        return self.random.choice(answers if answers and self.random.random() < 0.7 else forms)

    def _forms(self, page: str) -> Iterator[Form]:
        """Give the forms of a page and of all pages below it."""
        seen = Found(self.balie.get(page).text)
        yield from seen.forms
        below = {link for link in seen.links if link.startswith(f"{page}/") and "." not in link}
        for link in sorted(below | {f"{page}{more}" for more in NOT_LINKED}):
            yield from Found(self.balie.get(link).text).forms

    def sends_in(self, form: Form) -> Response:
        """Send a form in, in one of the ways in which a program can."""
        fields, files = filled_in(form, self.random)
        chance = self.random.random()
        if chance < 0.1:
            body = urlencode(fields, doseq=True, errors="ignore").encode()
            kind = {"Content-Type": self.random.choice(KINDS)}
            some = body[: self.random.randrange(len(body) + 1)]
            return self.balie.post(form.action, content=some, headers=kind)
        if files or chance < 0.4:
            return self.balie.post(form.action, data=fields, files=files or {"x": ("", b"")})
        return self.balie.post(form.action, data=fields)

    def follows(self, answer: Response) -> list[Form]:
        """Return the forms of what was answered: to agree with it, or to mend what is wrong."""
        return Found(answer.text).forms

    def entries(self) -> int:
        with self.balie.story.register.reading() as reader:
            return len(reader.all(JournalEntry, "klein"))


def judged(stranger: Stranger, form: Form) -> Response:
    """Send a form in, and judge what came of it."""
    before = stranger.entries()
    answer = stranger.sends_in(form)
    written = stranger.entries() - before
    assert answer.status_code in KNOWN, answer.text
    assert "Traceback" not in answer.text
    assert {name: answer.headers.get(name) for name in ALWAYS} == ALWAYS
    if answer.status_code >= 400:
        assert written == 0, form.action
    if "/antwoord/" in form.action and answer.status_code < 400:
        receipt = answer.headers["location"]
        assert stranger.balie.get(receipt).status_code == 200
        is_new = receipt not in stranger.receipts
        # To change an answer is to take it back and to give another: two entries, one receipt.
        assert written in ((1, 2) if is_new else (0,)), form.action
        stranger.receipts.add(receipt)
        for who in ("Haarlem", "adviseur"):
            assert stranger.balie.get(stranger.balie.feed(who)).status_code == 200, form.action
    return answer


@pytest.mark.parametrize("moment", MOMENTS)
def test_whatever_is_sent_in_it_is_recorded_whole_or_refused_in_a_sentence(
    moment: Moment, balie: Open
) -> None:
    found = balie(moment, HEARD)
    stranger = Stranger(found, Random(moment))  # noqa: S311
    statuses: Counter[int] = Counter()
    for _ in range(TIMES // len(MOMENTS)):
        answer = judged(stranger, stranger.form())
        statuses[answer.status_code] += 1
        for next_form in stranger.follows(answer)[:1]:
            statuses[judged(stranger, next_form).status_code] += 1
    print(moment, dict(statuses))  # noqa: T201
    assert stranger.receipts
    with found.story.register.reading() as reader:
        assert verify(reader, "klein").faults == ()
