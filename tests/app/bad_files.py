# SPDX-License-Identifier: EUPL-1.2
"""Bad proposal files: what is done to `klein.toml`, and words that the sentence must hold."""

# ruff: noqa: E501
# fmt: off

from dataclasses import dataclass

from tests.conftest import HERE

KLEIN = (HERE / "klein.toml").read_text()
ADOPTION = 'wanneer = "donderdag 4 november 2027"'
HEARING = 'wanneer = { van = "1 dag na verzending", tot_en_met = "4 weken voor vaststelling" }'


@dataclass(frozen=True)
class Bad:
    """A change of `klein.toml` and the words that the sentence about it must hold."""

    name: str
    old: str
    new: str
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        assert KLEIN.count(self.old) >= 1, f"klein.toml has no {self.old!r}"
        return KLEIN.replace(self.old, self.new, 1)


def _bad(name: str, old: str, new: str, *words: str) -> Bad:
    return Bad(name, old, new, words)


KEYS = (
    _bad("unknown key", 'titel = "Bel', 'tietel = "x"\ntitel = "Bel', "'tietel'", "bedoelt u 'titel'"),
    _bad("unknown key in a step", "volledigheid = 70", "volledig = 70", "'concept-70'", "bedoelt u 'volledigheid'"),
    _bad("an unknown key like no other", "volledigheid = 70", "zzz = 70", "'zzz'", "verwijder"),
    _bad("english key", 'titel = "Bel', 'title = "Bel', "'title'", "bedoelt u 'titel'"),
    _bad("missing key", "peildatum = 2027-01-01\n", "", "'peildatum' ontbreekt"),
    _bad("missing key in a step", 'fase = "start"\n', "", "'procesbrief'", "'fase' ontbreekt"),
    _bad("missing table", "[beleidsplan]", "[beleidsplannen]", "'beleidsplan'"),
    _bad("table twice", "[herinneringen]", "[beleidsplan]", "regel", "twee keer"),
    _bad("key twice", 'eenheid = "klein"', 'eenheid = "klein"\neenheid = "klein"', "regel 4", "twee keer"),
    _bad("no equals sign", 'eenheid = "klein"', 'eenheid "klein"', "regel 3", "'='"),
    _bad("unterminated string", 'eenheid = "klein"', 'eenheid = "klein', "regel 3", "niet afgesloten"),
    _bad("unterminated list", "[42, 14, 3]", "[42, 14, 3", "regel", "niet afgesloten"),
    _bad("text without quotes", 'eenheid = "klein"', "eenheid = klein", "regel 3", "aanhalingstekens"),
    _bad("bracket missing", "[[stap]]", "[[stap]", "regel", "haak"),
    _bad("control character", 'eenheid = "klein"', 'eenheid = "kl\x01ein"', "regel 3"),
    _bad("bad escape", 'eenheid = "klein"', 'eenheid = "kl\\qein"', "regel 3"),
)
DATES = (
    _bad("a word for a day", "peildatum = 2027-01-01", 'peildatum = "gisteren"', "'peildatum'", "dag"),
    _bad("a day the wrong way round", "peildatum = 2027-01-01", "peildatum = 01-01-2027", "regel"),
    _bad("a day that does not exist", "peildatum = 2027-01-01", "peildatum = 2027-02-30", "regel 6", "bestaat niet"),
    _bad("a moment for a day", "peildatum = 2027-01-01", "peildatum = 2027-01-01T10:00:00", "'peildatum'", "zonder uur"),
    _bad("a number for a day", "peildatum = 2027-01-01", "peildatum = 20270101", "peildatum", "niet als getal"),
    _bad("words that are no date", "4 november 2027", "zomaar ergens", "'vaststelling'", "geen datum"),
    _bad("an impossible day", "donderdag 4 november", "31 november", "'vaststelling'", "bestaat niet"),
    _bad("a wrong weekday", "donderdag", "vrijdag", "'vaststelling'", "donderdag"),
    _bad("tot, which is ambiguous", ADOPTION, 'wanneer = "tot 15 oktober 2027"', "'vaststelling'", "tot en met", "voor"),
    _bad("tot without a year", ADOPTION, 'wanneer = "tot 15 oktober"', "'vaststelling'", "twee manieren"),
    _bad("no year", ADOPTION, 'wanneer = "4 november"', "'vaststelling'", "ontbreekt het jaar"),
    _bad("a year out of range", "november 2027", "november 2127", "'vaststelling'", "2127", "2100"),
    _bad("a date out of range", ADOPTION, "wanneer = 1066-10-14", "'vaststelling'", "1066", "1990"),
    _bad("an unknown unit of time", "44 weken voor", "44 etmalen voor", "'procesbrief'", "geen datum"),
    _bad("a window in words that ends before it starts", ADOPTION, 'wanneer = "10 november 2027 tot en met 4 november 2027"', "Draai de dagen om"),
    _bad("a window that ends before it starts", HEARING, 'wanneer = { van = 2027-10-01, tot_en_met = 2027-09-01 }', "'horen'", "voordat hij begint"),
    _bad("a window with half a key", HEARING, 'wanneer = { van = 2027-10-01 }', "'horen'", "'tot_en_met' ontbreekt"),
    _bad("a number for a moment", ADOPTION, "wanneer = 4", "'vaststelling'", "4"),
    _bad("the plan ends before it starts", "tot_en_met = 2031-12-31", "tot_en_met = 2027-12-31", "eindigt voordat het begint"),
    _bad("not before goes with when", ADOPTION, ADOPTION + "\nniet_voor = 2027-01-01", "'vaststelling'", "niet allebei"),
    _bad("not before lies after the last day", 'wanneer = "2 weken na themas"', "niet_voor = 2027-12-01\nuiterlijk = 2027-11-01", "'themabrief'", "voordat hij begint"),
    _bad("an offset outside the calendar", "44 weken voor vaststelling", "999 jaar na vaststelling", "'procesbrief'", "2100"),
    _bad("reminders out of range", "[42, 14, 3]", "[42, 400]", "400", "365"),
    _bad("negative reminders", "[42, 14, 3]", "[-1]", "-1", "365"),
)
STEPS = (
    _bad("circle in na", 'na = ["advies"]', 'na = ["themabrief"]', "'na'", "kring", "'themas' -> "),
    _bad("circle in wanneer", "34 weken voor vaststelling", "1 dag na themabrief", "'wanneer'", "kring", "'themas' -> "),
    _bad("a step that rests on itself", 'na = ["advies"]', 'na = ["themas"]', "kring", "'themas'"),
    _bad("a step that counts from itself", ADOPTION, 'wanneer = "1 week na vaststelling"', "'wanneer'", "kring"),
    _bad("unknown step in na", 'na = ["advies"]', 'na = ["advys"]', "'themas'", "'advys'", "bestaat niet"),
    _bad("unknown anchor", "2 weken na themas", "2 weken na thema", "'themabrief'", "'thema'", "bestaat niet"),
    _bad("an anchor without a date", ADOPTION, "", "'vaststelling'", "geen datum"),
    _bad("replaced by nothing", ADOPTION, ADOPTION + '\nvervangen_door = "niets"', "'vervangen_door'", "'niets'"),
    _bad("a step twice", 'id = "advies"', 'id = "themas"', "'themas'", "twee keer"),
    _bad("two adoptions", 'soort = "besluit"', 'soort = "vaststelling"', "twee stappen", "'vaststelling'"),
    _bad("two hearings", 'soort = "mijlpaal"\nactiehouder = "adviseur"', 'soort = "horen"\nactiehouder = "raden"', "twee stappen", "'horen'"),
    _bad("no steps", KLEIN[KLEIN.index("[[stap]]") :], "", "'stap' ontbreekt"),
    _bad("an unknown party", 'actiehouder = "rbop"', 'actiehouder = "college"', "'themas'", "'college'", "eenheid.toml"),
    _bad("an unknown addressee", 'aan = "minister"', 'aan = "koning"', "'toezending-minister'", "'koning'"),
    _bad("an id with a space", 'id = "advies"', 'id = "het advies"', "'het advies'", "streepjes"),
    _bad("an id with capitals", 'id = "advies"', 'id = "Advies"', "'Advies'", "kleine letters"),
    _bad("a letter without addressee", 'aan = "minister"\n', "", "'toezending-minister'", "'aan'"),
    _bad("a letter with a besluit", "kiest_themas = true", 'brief = "themas"', "'themas'", "'bericht'"),
    _bad("an ontwerp that is no version", "kiest_themas = true", "ontwerp = true", "'themas'", "'versie'"),
    _bad("a hearing by one party", 'actiehouder = "raden"', 'actiehouder = "rbop"', "'horen'", "'raden'"),
    _bad("an agreement of another", 'actiehouder = "opdrachtgevers"', 'actiehouder = "rbop"', "'akkoord'", "'opdrachtgevers'"),
)
TYPES = (
    _bad("a number for text", 'titel = "Beleidsplan 2028-2031"', "titel = 2028", "'titel'", "tekst"),
    _bad("an empty text", 'titel = "Beleidsplan 2028-2031"', 'titel = ""', "'titel'", "leeg"),
    _bad("a text that is too long", 'titel = "Bel', f'titel = "{"x" * 301}', "'titel'", "te lang"),
    _bad("a list for text", 'titel = "Beleidsplan 2028-2031"', "titel = []", "'titel'", "tekst"),
    _bad("text for a list", 'na = ["advies"]', 'na = "advies"', "'themas'", "'na'", "lijst"),
    _bad("a number in a list of names", 'na = ["advies"]', "na = [1]", "'themas'", "'na'", "tekst"),
    _bad("text for a number", "volledigheid = 70", 'volledigheid = "veel"', "'concept-70'", "heel getal"),
    _bad("half a number", "volledigheid = 70", "volledigheid = 70.5", "'concept-70'", "heel getal"),
    _bad("a number that is too small", "volledigheid = 70", "volledigheid = 0", "'concept-70'", "te klein", "1"),
    _bad("a number that is too large", "volledigheid = 70", "volledigheid = 101", "'concept-70'", "te groot", "100"),
    _bad("a huge number", "volledigheid = 70", "volledigheid = " + "9" * 4000, "klein.toml", "te groot"),
    _bad("a number beyond all bounds", "volledigheid = 70", "volledigheid = " + "9" * 5000, "klein.toml", "te groot"),
    _bad("infinity", "volledigheid = 70", "volledigheid = inf", "'concept-70'"),
    _bad("text for yes or no", "kiest_themas = true", 'kiest_themas = "misschien"', "'themas'", "true of false"),
    _bad("yes for true", "kiest_themas = true", "kiest_themas = ja", "regel"),
    _bad("a number for yes or no", "kiest_themas = true", "kiest_themas = 7", "'themas'", "true of false"),
    _bad("a list for a table", "[beleidsplan]", "[[beleidsplan]]", "'beleidsplan'", "tabel"),
    _bad("an unknown table", "[herinneringen]", "[herinnering]", "bedoelt u 'herinneringen'"),
    _bad("a word for steps", KLEIN, KLEIN[: KLEIN.index("[[stap]]")].replace("[bel", 'stap = "x"\n[bel'), "'stap'", "lijst"),
    _bad("an unknown stage", 'fase = "themas"', 'fase = "thema"', "'reservering'", "'thema'", "bedoelt u 'themas'?"),
    _bad("a stage like no other", 'fase = "themas"', 'fase = "zzz"', "'reservering'", "'zzz'", "kies uit", "of 'verantwoording'"),
    _bad("an unknown kind", 'soort = "versie"', 'soort = "concept"', "'advies'", "'concept'", "kies uit"),
    _bad("an unknown letter", 'brief = "proces"', 'brief = "start"', "'procesbrief'", "'start'", "kies uit"),
    _bad("an unknown part", '"wijkagenten"', '"agenten"', "'ontwerp'", "'agenten'", "bedoelt u 'wijkagenten'?"),
    _bad("a number for a choice", 'fase = "themas"', "fase = 3", "'reservering'", "kies uit"),
    _bad("a list for a choice", 'fase = "themas"', "fase = []", "'reservering'", "kies uit"),
    _bad("a list of lists", "[42, 14, 3]", "[[42]]", "heel getal"),
    _bad("a huge reminder", "[42, 14, 3]", "[99999999999999999999999999]", "te groot"),
    _bad("a list that is too deep", "[42, 14, 3]", "[" * 3000 + "]" * 3000, "te diep"),
    _bad("tables that are too deep", "[herinneringen]", "[" + ".".join("a" * 4000) + "]", "a"),
    _bad("an unknown eenheid", 'eenheid = "klein"', 'eenheid = "groot"', "'groot'"),
    _bad("a day before all time", "peildatum = 2027-01-01", "peildatum = 1066-10-14", "peildatum", "1990"),
)
ALL = (*KEYS, *DATES, *STEPS, *TYPES)
