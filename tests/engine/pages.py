# SPDX-License-Identifier: EUPL-1.2
"""The pages of Prefect as a person uses them, in its first UI and in its second one.

Every click counts, and so does putting the pointer in a field to type; typing itself does not.
"""

import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SIZE = {"width": 1000, "height": 5200}
"""So high that a list of forty cards is all there: these pages make only what is in sight."""
PATIENCE = 90_000
"""Milliseconds that a page may take on a busy machine."""
STARTS = re.compile(r"/create_flow_run$")
"""What a page asks of Prefect when a form is sent in."""
SELECT = ".p-select-button, [aria-haspopup=listbox]"
Value = str | int | list[str] | date | bool
"""What a field of a form can hold."""


@contextmanager
def browser() -> Iterator[Any]:
    """A browser without anybody's settings in it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        yield running
        running.close()


def expects(what: Any) -> Any:
    """Judge a page, or something on it, as soon as it is so: after a click it may be on its way."""
    from playwright.sync_api import expect

    expect.set_options(timeout=PATIENCE)
    return expect(what)


@dataclass
class Person:
    """Somebody at a browser, who clicks; ``ui`` is `` `` for the first UI and ``/v2``."""

    page: Any
    ui: str = ""
    clicks: int = 0
    began: float = field(default_factory=time.monotonic)

    def begins(self) -> "Person":
        """Count from here."""
        self.clicks, self.began = 0, time.monotonic()
        return self

    def tells(self, task: str) -> None:
        """Say what a task took since its beginning, for who runs the test with ``-s``."""
        print(f"{task}: {self.clicks} clicks, {time.monotonic() - self.began:.0f} s")  # noqa: T201

    def goes_to(self, address: str) -> None:
        """Open a link that stands somewhere in print: that is no click."""
        origin, path = re.fullmatch(r"(https?://[^/]+)(.*)", address).groups()  # type: ignore[union-attr]
        self.page.goto(f"{origin}{self.ui}{path}", wait_until="commit")

    def clicks_on(self, place: Any) -> None:
        """Click on something on the page."""
        place.click(timeout=PATIENCE)
        self.clicks += 1

    def sees(self, words: "str | re.Pattern[str]") -> Any:
        """Wait until words stand on the page, and return their place."""
        found = self.page.get_by_text(words).first
        found.wait_for(timeout=PATIENCE)
        return found

    def sees_card(self, *words: str) -> None:
        """Wait until all words stand on the card that was opened.

        A busy Prefect may refuse a part of its story, and the page does not ask for it again: then
        it is loaded anew, as a person does.
        """
        from playwright.sync_api import TimeoutError as NotYet

        for _ in range(3):
            try:
                for each in words:
                    self.page.get_by_text(each).first.wait_for(timeout=PATIENCE / 3)
            except NotYet:
                self.page.reload(wait_until="commit")
            else:
                return
        for each in words:
            self.sees(each)

    def reads(self) -> str:
        """Return what stands on the page, with what is filled in."""
        fields = self.page.locator("input, textarea").evaluate_all("all => all.map(e => e.value)")
        return "\n".join([self.page.locator("body").inner_text(), *map(str, fields)])

    def fills_in(self, form: Mapping[str, Value]) -> None:
        """Fill in the fields of a form, each by its title."""
        for title, value in form.items():
            match value:
                case bool():
                    self._switches(title)
                case date():
                    self._picks(title, value)
                case list() if self._field(title).locator(SELECT).count():
                    self._chooses(title, value)
                case list():
                    self._adds(title, value)
                case str() if self._field(title).locator(SELECT).count():
                    self._chooses(title, [value])
                case str() | int():
                    self._writes(self._field(title), str(value))

    def opens_card(self, name: str) -> None:
        """Open a card of a list by how its name begins."""
        found = self.page.get_by_role("link", name=re.compile(f"^{re.escape(name)}")).first
        found.wait_for(timeout=PATIENCE)
        self.page.wait_for_load_state("networkidle", timeout=PATIENCE)  # until then the list moves
        self.clicks_on(found)
        self.page.wait_for_url("**/flow-run/*", timeout=PATIENCE)

    def follows(self, words: str) -> None:
        """Click on the link behind these words of a story."""
        line = self.page.locator(f"*:has-text({words!r}):has(a)").last
        line.wait_for(timeout=PATIENCE)
        self.follows_link(line.locator("a").first)

    def follows_link(self, link: Any) -> None:
        """Click on a link, and go on in the tab that it opens, if it opens one."""
        here, tabs = self.page.url, len(self.page.context.pages)
        self.clicks_on(link)
        for _ in range(PATIENCE // 100):
            if len(self.page.context.pages) > tabs:
                self.page = self.page.context.pages[-1]
                return
            if self.page.url != here:
                return
            self.page.wait_for_timeout(100)

    def submits(self) -> None:
        """Send the form in, once more while Prefect is too busy, and look at the run it starts.

        Once more with the keyboard: the notices that it went wrong lie over the button, and one of
        them stays until somebody closes it.

        The notice with *View run* slides in and goes by itself: sooner, on a busy machine, than a
        click can reach it. So the run is opened by its address, and that click is counted.
        """
        button = self.page.get_by_role("button", name="Submit")
        with self.page.expect_response(STARTS, timeout=PATIENCE) as answer:
            self.clicks_on(button)
        for _ in range(4):
            if answer.value.ok:
                break
            self.page.wait_for_timeout(2_000)
            with self.page.expect_response(STARTS, timeout=PATIENCE) as answer:
                button.press("Enter", timeout=PATIENCE)
        assert answer.value.ok, answer.value.text()
        self.clicks += 1
        origin = re.match(r"https?://[^/]+", self.page.url)[0]  # type: ignore[index]
        self.goes_to(f"{origin}/runs/flow-run/{answer.value.json()['id']}")

    def _field(self, title: str) -> Any:
        """Return what is filled in below a title."""
        self.sees(title)
        return self._label(title).locator("xpath=./following::fieldset[1]")

    def _label(self, title: str) -> Any:
        return self.page.locator(f"//label[starts-with(normalize-space(), {title!r})]").first

    def _writes(self, place: Any, value: str) -> None:
        self.clicks_on(place.locator("textarea, input").last)
        self.page.keyboard.insert_text(value)

    def _adds(self, title: str, values: list[str]) -> None:
        """Write each value on a line of its own, where nothing can be chosen."""
        field = self._field(title)
        for number, value in enumerate(values, 1):
            self.clicks_on(field.get_by_role("button", name="Add item"))
            field.locator("textarea, input").nth(number - 1).wait_for(timeout=PATIENCE)
            self._writes(field, value)

    def _chooses(self, title: str, values: list[str]) -> None:
        field = self._field(title).locator(SELECT).first
        self.clicks_on(field)
        for value in values:
            self.clicks_on(self.page.get_by_role("option", name=value, exact=True))
        if self.page.get_by_role("option").count():  # several may be chosen, so it stays open
            if self.ui:
                self.page.keyboard.press("Escape")
            else:
                self.clicks_on(self._label(title))  # what was chosen covers the field itself
        self.page.get_by_role("option").first.wait_for(state="detached", timeout=PATIENCE)

    def _switches(self, title: str) -> None:
        self.clicks_on(self._field(title).locator("[role=switch]"))

    def _picks(self, title: str, day: date) -> None:
        self.clicks_on(self._field(title).locator("button").first)
        if self.ui:
            self.page.get_by_label("Choose the Year").select_option(str(day.year))
            self.page.get_by_label("Choose the Month").select_option(str(day.month - 1))
            self.clicks += 2
            self.clicks_on(self.page.locator(f"[data-day='{day.isoformat()}'] button"))
            self.page.keyboard.press("Escape")
            year = self.page.get_by_label("Choose the Year")
            year.wait_for(state="detached", timeout=PATIENCE)  # else the next date opens this one
        else:
            self.page.locator(".p-date-picker input[type=date]").fill(day.isoformat())
            self.clicks += 1
            self.clicks_on(self.page.get_by_role("button", name="Apply"))
