# SPDX-License-Identifier: EUPL-1.2
"""The Stand van zaken says how the strength stands, and in which version."""

from dataclasses import replace
from datetime import date

from gehoord.domain.dossier.kept import Kept
from gehoord.templates.standing.strength import strength
from tests.tables_of_strength import kept, of_s002
from tests.templates.small_dossier import STATE


def test_without_a_table_nothing_is_said() -> None:
    assert strength(STATE) == []


def test_the_newest_table_is_told_with_its_norm_and_its_version() -> None:
    table = kept(of_s002(), stated_norm=305, follows_by=date(2027, 9, 1))
    loose = replace(STATE, strengths=Kept([table]))
    told = strength(loose)[-1]
    assert told.startswith("Sterkteverdeling 1 (voorlopig, per 1 augustus 2018), uit S002: ")
    assert "3.494,60 fte, waarvan 298 wijkagenten (de norm is 305)" in told
    assert "Zij staat nog in geen versie." in told
    assert told.endswith("De definitieve volgt uiterlijk 1 september 2027.")
    versions = [v.model_copy(update={"strength": table.id}) for v in STATE.versions]
    assert "Zij staat in versie" in strength(replace(loose, versions=Kept(versions)))[-1]
