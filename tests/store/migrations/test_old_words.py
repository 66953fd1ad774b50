# SPDX-License-Identifier: EUPL-1.2
"""The rows of 0.1.0 get the precision and the words that the days of their plan have today."""

import doctest
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from gehoord.calendar.due import Stretch
from gehoord.domain.plan.plan import lay_out
from gehoord.procedures.library import proposal_of, shipped
from gehoord.store.migrations import old_words
from gehoord.store.migrations.old_words import give_days_their_words, read_back


def stretches() -> Iterator[Stretch]:
    for name in shipped():
        proposal, eenheid, _ = proposal_of(name)
        yield from (p.stretch for p in lay_out(proposal, eenheid).steps if p.has_day)


def test_the_examples_of_the_old_words_hold() -> None:
    assert doctest.testmod(old_words).failed == 0


def test_old_rows_say_of_each_day_what_a_plan_says_now() -> None:
    found = list(stretches())
    assert len(found) > 80
    for stretch in found:
        old = read_back(stretch.precision, stretch.words)
        assert (old.start_precision == "bij benadering") is stretch.first.is_rough, stretch
        assert (old.due_precision in ("periode", "bij benadering")) is not stretch.names_day
        if not stretch.names_day:
            assert (old.due_precision, old.due_words) == (
                stretch.last.precision,
                stretch.last.words,
            )


@pytest.mark.parametrize(
    ("precision", "words", "expected"),
    [
        ("bij benadering", "medio oktober 2023", ("bij benadering", "", "medio oktober 2023")),
        ("bij benadering", "2 weken na themas", ("bij benadering", "", "")),
        ("bij benadering", "voor medio mei 2023", ("bij benadering", "", "voor medio mei 2023")),
        ("periode", "september 2023", ("periode", "", "september 2023")),
        ("periode", "voor oktober 2023", ("dag", "", "voor oktober 2023")),
        ("periode", "van 2 weken voor x (bij benadering) tot en met 2023-10-13",
         ("dag", "2 weken voor x", "13 oktober 2023")),
        ("periode", "mei 2023 t/m juni 2023", ("periode", "mei 2023", "juni 2023")),
        ("jaarlijks", "jaarlijks van 2028 tot en met 2031",
         ("jaarlijks", "", "jaarlijks van 2028 tot en met 2031")),
        ("zonder datum", "", ("afgeleid", "", "")),
    ],
)  # fmt: skip
def test_each_kind_of_words_is_read_once_more(
    precision: str, words: str, expected: tuple[str, str, str]
) -> None:
    old = read_back(precision, words)
    assert (old.due_precision, old.start_words, old.due_words) == expected


def test_a_council_that_was_asked_keeps_how_sure_its_last_day_is(tmp_path: Path) -> None:
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'old.db'}")
    days = "precision TEXT, words TEXT, start_precision TEXT, start_words TEXT, due_precision TEXT,"
    words = "van medio juni 2023 tot en met medio oktober 2023"
    with engine.begin() as connection:
        for table in ("action", "step"):
            connection.exec_driver_sql(
                f"CREATE TABLE {table} (id TEXT, dossier TEXT, municipality TEXT, kind TEXT, "
                f"{days} due_words TEXT, due_on DATE)"
            )
        connection.exec_driver_sql(
            "CREATE TABLE hearing (dossier TEXT, municipality TEXT, respond_by DATE, "
            "respond_precision TEXT DEFAULT 'dag', respond_words TEXT DEFAULT '')"
        )
        connection.exec_driver_sql(
            "INSERT INTO action (id, dossier, municipality, kind, precision, words, due_on) "
            "VALUES ('d/horen/a', 'd', 'a', 'horen', 'bij benadering', ?, ?)",
            (words, date(2023, 10, 15).isoformat()),
        )
        connection.exec_driver_sql(
            "INSERT INTO hearing (dossier, municipality, respond_by) VALUES "
            "('d', 'a', '2023-10-15'), ('d', 'b', NULL)"
        )
        give_days_their_words(connection)
        query = "SELECT respond_precision, respond_words FROM hearing ORDER BY municipality"
        found = connection.exec_driver_sql(query).all()
    assert [tuple(row) for row in found] == [
        ("bij benadering", "medio oktober 2023"),
        ("dag", ""),
    ]
