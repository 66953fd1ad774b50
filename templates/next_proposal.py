# SPDX-License-Identifier: EUPL-1.2
"""The proposal after that of a dossier as text: its own steps, on days counted anew."""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from dateutil.relativedelta import relativedelta

from gehoord.calendar.dutch import full_day_in_words
from gehoord.domain.dossier.state import State
from gehoord.domain.learned.days_again import in_words
from gehoord.domain.learned.next_procedure import NextProcedure
from gehoord.domain.proposal.stage import Stage
from gehoord.domain.proposal.step import Step, StepKind
from gehoord.templates.proposal_text import proposal_text

_OF_THEN: Final = (
    *("wanneer", "niet_voor", "uiterlijk", "na", "stand", "vervangen_door", "bron", "bronstap"),
    *("zitting", "ontbreekt", "voorlopige_delen"),
)
"""What of a step was so in the earlier procedure alone; the days and the order come anew."""
_YEAR: Final = re.compile(r"\b20\d\d\b")
_LONE_YEAR: Final = re.compile(r"(?<![-\u2013])\b20\d\d\b(?!\s?[-\u2013]\s?\d)")
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")


def next_proposal(
    state: State, following: NextProcedure, on: date, experience: Sequence[str] = ()
) -> str:
    """Return the TOML of the procedure after that of a dossier, with comments for the adviser.

    Args:
        state: the dossier, of which the plan was adopted.
        following: what is taken over from it, on which days.
        on: the day on which the proposal is written.
        experience: where it departs from every earlier procedure, in sentences.
    """
    written = tomllib.loads(state.dossier.proposal)
    anew = _Anew(state, following)
    return proposal_text(
        "volgend.toml.j2",
        experience,
        dossier=state.id,
        eenheid=state.eenheid.name,
        adoption=full_day_in_words(following.laid_out.adoption),
        remarks=following.remarks,
        head=list(_lines(anew.head(written, on))),
        beleidsplan=list(_lines(anew.beleidsplan(written["beleidsplan"]))),
        tables=[(name, list(_lines(written[name]))) for name in _TABLES if name in written],
        extension=list(_lines(anew.extension())),
        extends=state.as_opened.beleidsplan.in_sentence if following.extension else "",
        only_to_hear=[step.id for step in following.steps if _is_only_to_hear(step)],
        starting_points=list(_lines(anew.starting_points(written.get("uitgangspunten", {})))),
        steps=[list(_lines(step)) for step in anew.steps(written["stap"])],
    )


def _is_only_to_hear(step: Step) -> bool:
    """Whether nobody asks for a step where the councils are not heard again."""
    is_of_ontwerp = step.is_ontwerp or step.kind is StepKind.AGREEMENT
    return is_of_ontwerp or step.stage is Stage.HEARING


_TABLES: Final = ("herinneringen", "opdracht")


class _Anew:
    """What a proposal says, as it is for the procedure after it."""

    def __init__(self, state: State, following: NextProcedure) -> None:
        self._plan = state.as_opened.beleidsplan
        self._following = following
        self._steps = {step.id: step for step in following.steps}
        self._yearly = {p.id for p in state.plan.steps if p.is_yearly}
        self._planned = state.plan
        self._starts_on, self._ends_on = following.plan_starts_on, following.plan_ends_on
        self._years = following.plan_starts_on.year - self._plan.start.year
        adoption = next(s for s in following.steps if s.kind is StepKind.ADOPTION)
        self._adoption = adoption.id

    def head(self, written: Mapping[str, Any], on: date) -> dict[str, Any]:
        """Return the keys of the whole."""
        named = {key: written[key] for key in ("titel", "aanduiding") if key in written}
        return {
            **{key: self._named(text) for key, text in named.items()},
            "eenheid": written["eenheid"],
            "opgesteld_op": on,
            "peildatum": date(self._following.laid_out.adoption.year, 1, 1),
        }

    def beleidsplan(self, written: Mapping[str, Any]) -> dict[str, Any]:
        """Return what is said of the plan itself."""
        kept = {key: written[key] for key in ("lidwoord", "sterkte") if key in written}
        return {
            "naam": self._named(written["naam"]),
            "van": self._starts_on,
            "tot_en_met": self._ends_on,
            "vorige_vaststelling": self._following.adopted_on,
            "vorige_tot_en_met": self._plan.end,
            **kept,
        }

    def extension(self) -> dict[str, Any]:
        """Return on what ground the plan is extended; nothing where it is not."""
        extension = self._following.extension
        return extension.model_dump(by_alias=True) if extension else {}

    def starting_points(self, written: Mapping[str, Any]) -> dict[str, Any]:
        """Return what was agreed beforehand, if the step that agrees on it is taken over."""
        return dict(written) if written.get("besluit") in (None, *self._steps) else {}

    def steps(self, written: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
        """Yield the steps that are taken over."""
        for raw in written:
            if raw["id"] in self._steps:
                yield self._step(raw, self._steps[raw["id"]])

    def _step(self, raw: Mapping[str, Any], step: Step) -> dict[str, Any]:
        note = raw.get("toelichting", "")
        anew = {
            "titel": self._named(raw["titel"]),
            "onderwerp": self._named(raw.get("onderwerp", "")),
            "jaar": raw.get("jaar", -self._years) + self._years,
            "toelichting": "" if _YEAR.search(note) else note,
            "wanneer": self._when(step),
            "na": [other for other in step.after if other in self._steps],
        }
        kept = {key: value for key, value in raw.items() if key not in _OF_THEN}
        return {key: value for key, value in {**kept, **anew}.items() if value or value is False}

    def _when(self, step: Step) -> Any:
        """Return the day of a step as a proposal writes it; nothing where it has none."""
        if step.id in self._yearly:
            return f"jaarlijks van {self._starts_on.year} tot en met {self._ends_on.year}"
        if step.kind is StepKind.ADOPTION:
            return full_day_in_words(self._following.laid_out.adoption)
        last, first = self._following.days.get(step.id), self._following.begins.get(step.id)
        if last is None:
            return self._in_the_years(step)
        words = self._counted(last)
        return {"van": self._counted(first), "tot_en_met": words} if first else words

    def _in_the_years(self, step: Step) -> Any:
        """Return the days of what hangs on the years of the plan; nothing of what has no day."""
        planned = self._planned[step.id]
        if step.stage is not Stage.ACCOUNT or not planned.has_day:
            return None
        first, last = self._turned(planned.span.start), self._turned(planned.span.end)
        if first is None or last is None:
            return None
        return {"van": first, "tot_en_met": last} if first < last else last

    def _turned(self, day: date) -> date | None:
        """Return a day as far in the next plan as it was in this one; nothing past its last year.

        What comes at the end of a plan, or after it, comes as long after the end of the next one.
        """
        if day >= self._plan.end:
            return day + relativedelta(years=self._ends_on.year - self._plan.end.year)
        later = day + relativedelta(years=self._years)
        return later if later <= self._ends_on else None

    def _counted(self, day: date) -> str:
        return in_words(day, self._following.laid_out.adoption, self._adoption)

    def _named(self, text: str) -> str:
        """Return a name or title with the years of the next plan, and other years as much later."""
        first, last = self._plan.start.year, self._plan.end.year
        anew = "-".join(dict.fromkeys(str(day.year) for day in (self._starts_on, self._ends_on)))
        if first == last:
            return re.sub(rf"\b{first}\b", anew, text)
        renamed = re.sub(rf"\b{first}\s?[-\u2013]\s?{last}\b", "\0", text)
        later = _LONE_YEAR.sub(lambda found: str(int(found[0]) + self._years), renamed)
        return later.replace("\0", anew)


def _lines(table: Mapping[str, Any]) -> Iterator[str]:
    """Yield a table of TOML, one line for each key."""
    yield from (f"{_key(key)} = {_value(value)}" for key, value in table.items())


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def _value(value: Any) -> str:
    """Return a value as TOML writes it: its strings are written as those of JSON are."""
    match value:
        case bool():
            return str(value).lower()
        case date():
            return value.isoformat()
        case list():
            return f"[{', '.join(map(_value, value))}]"
        case Mapping():
            return f"{{ {', '.join(_lines(value))} }}" if value else "{}"
        case _:
            return json.dumps(value, ensure_ascii=False)
