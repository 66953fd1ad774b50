# SPDX-License-Identifier: EUPL-1.2
"""The archive keeps every sterkteverdeling, also one that was taken back."""

from dataclasses import replace
from datetime import date

from gehoord.domain.dossier.kept import Kept
from gehoord.templates.archived_strength import archived_strengths
from tests.tables_of_strength import SMALL, kept, of_s002, read
from tests.templates.small_dossier import STATE


def test_each_table_is_there_with_its_rows_and_what_changed() -> None:
    first = kept(of_s002()).withdraw("het verkeerde bestand", date(2027, 6, 2))
    tables = [first, kept(read(SMALL), 2), kept(read(SMALL), 3, accepted="zo is het besloten")]
    found = archived_strengths(replace(STATE, strengths=Kept(tables)))
    assert [(one.table.number, len(one.rows), bool(one.changed)) for one in found] == [
        (1, 60, False), (2, 4, False), (3, 4, True)
    ]  # fmt: skip
    assert ("Waarom een som niet klopt", "zo is het besloten") in found[2].facts
