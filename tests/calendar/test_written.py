# SPDX-License-Identifier: EUPL-1.2
"""Dates as people write them: read in one way, or not at all."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gehoord.calendar.due import Precision
from gehoord.calendar.dutch import MONTHS, WEEKDAYS, day_in_words, full_day_in_words
from gehoord.calendar.offset import Offset
from gehoord.calendar.span import Span
from gehoord.calendar.written import FIRST_YEAR, LAST_YEAR, Fixed, UnreadableDateError, read

Day = Callable[[str], date]
DAY, WINDOW, ROUGH, YEARLY = (
    Precision.DAY,
    Precision.WINDOW,
    Precision.APPROXIMATE,
    Precision.YEARLY,
)
DAYS = st.dates(date(FIRST_YEAR, 1, 2), date(LAST_YEAR, 12, 31))


def fixed(words: date | str) -> Fixed:
    found = read(words)
    assert isinstance(found, Fixed)
    return found


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("2027-11-04", "Thu 2027-11-04", "Thu 2027-11-04", DAY),
        ("4 november 2027", "Thu 2027-11-04", "Thu 2027-11-04", DAY),
        ("donderdag 4 november 2027", "Thu 2027-11-04", "Thu 2027-11-04", DAY),
        ("  Donderdag   4 NOVEMBER 2027 ", "Thu 2027-11-04", "Thu 2027-11-04", DAY),
        ("uiterlijk 4 november 2027", "Thu 2027-11-04", "Thu 2027-11-04", DAY),
        ("uiterlijk op 4 november 2027", "Thu 2027-11-04", "Thu 2027-11-04", DAY),
        ("tot en met 4 november 2027", "Thu 2027-11-04", "Thu 2027-11-04", DAY),
        ("voor 16 november 2023", "Wed 2023-11-15", "Wed 2023-11-15", DAY),
        ("vóór 16 november 2027", "Mon 2027-11-15", "Mon 2027-11-15", DAY),
        ("vo\u0301o\u0301r 16 november 2027", "Mon 2027-11-15", "Mon 2027-11-15", DAY),
        ("t/m 16 november 2027", "Tue 2027-11-16", "Tue 2027-11-16", DAY),
        ("uiterlijk medio november 2027", "Mon 2027-11-15", "Mon 2027-11-15", ROUGH),
        ("voor medio november 2027", "Sun 2027-11-14", "Sun 2027-11-14", ROUGH),
        ("voor 1 januari 2028", "Fri 2027-12-31", "Fri 2027-12-31", DAY),
        ("oktober 2027", "Fri 2027-10-01", "Sun 2027-10-31", WINDOW),
        ("februari 2028", "Tue 2028-02-01", "Tue 2028-02-29", WINDOW),
        ("uiterlijk oktober 2027", "Fri 2027-10-01", "Sun 2027-10-31", WINDOW),
        ("voor oktober 2027", "Thu 2027-09-30", "Thu 2027-09-30", WINDOW),
        ("april - juni 2027", "Thu 2027-04-01", "Wed 2027-06-30", WINDOW),
        ("april tot en met juni 2027", "Thu 2027-04-01", "Wed 2027-06-30", WINDOW),
        ("2027", "Fri 2027-01-01", "Fri 2027-12-31", WINDOW),
        ("in 2027", "Fri 2027-01-01", "Fri 2027-12-31", WINDOW),
        ("van 1 juli 2027 tot en met 4 november 2027", "Thu 2027-07-01", "Thu 2027-11-04", WINDOW),
        ("1 juli 2027 t/m 4 november 2027", "Thu 2027-07-01", "Thu 2027-11-04", WINDOW),
        ("medio oktober 2023", "Sun 2023-10-15", "Sun 2023-10-15", ROUGH),
        ("half oktober 2023", "Sun 2023-10-15", "Sun 2023-10-15", ROUGH),
        ("begin juli 2027", "Thu 2027-07-01", "Sat 2027-07-10", ROUGH),
        ("eind februari 2027", "Sun 2027-02-21", "Sun 2027-02-28", ROUGH),
        ("begin 2027", "Fri 2027-01-01", "Wed 2027-03-31", ROUGH),
        ("medio 2027", "Tue 2027-06-01", "Sat 2027-07-31", ROUGH),
        ("eind 2027", "Fri 2027-10-01", "Fri 2027-12-31", ROUGH),
        ("na de zomer 2027", "Wed 2027-09-01", "Sun 2027-10-31", ROUGH),
        ("na de zomer van 2027", "Wed 2027-09-01", "Sun 2027-10-31", ROUGH),
        ("13 juli 2023 tot en met medio oktober 2023", "Thu 2023-07-13", "Sun 2023-10-15", ROUGH),
        ("1-11-2023", "Wed 2023-11-01", "Wed 2023-11-01", DAY),
        ("01/11/2023", "Wed 2023-11-01", "Wed 2023-11-01", DAY),
        ("1.11.2023", "Wed 2023-11-01", "Wed 2023-11-01", DAY),
        ("vrijdag 3 mei 2024", "Fri 2024-05-03", "Fri 2024-05-03", DAY),
        ("vr. 3 mei 2024", "Fri 2024-05-03", "Fri 2024-05-03", DAY),
        ("Vrijdag, 3-5-2024", "Fri 2024-05-03", "Fri 2024-05-03", DAY),
        ("vrijdag 2024-05-03", "Fri 2024-05-03", "Fri 2024-05-03", DAY),
        ("1 nov. 2023", "Wed 2023-11-01", "Wed 2023-11-01", DAY),
        ("14 sept 2023", "Thu 2023-09-14", "Thu 2023-09-14", DAY),
        ("1e maart 2024", "Fri 2024-03-01", "Fri 2024-03-01", DAY),
        ("3\u00a0mei\u200b 2024", "Fri 2024-05-03", "Fri 2024-05-03", DAY),
        ("december 2023 - januari 2024", "Fri 2023-12-01", "Wed 2024-01-31", WINDOW),
        ("december 2023 \u2013 januari 2024", "Fri 2023-12-01", "Wed 2024-01-31", WINDOW),
        ("december 2023/januari 2024", "Fri 2023-12-01", "Wed 2024-01-31", WINDOW),
        ("dec. 2023 t/m jan. 2024", "Fri 2023-12-01", "Wed 2024-01-31", WINDOW),
        ("1-11-2023 t/m 15-11-2023", "Wed 2023-11-01", "Wed 2023-11-15", WINDOW),
        ("1 t/m 15 mei 2024", "Wed 2024-05-01", "Wed 2024-05-15", WINDOW),
        ("1 - 15 mei 2024", "Wed 2024-05-01", "Wed 2024-05-15", WINDOW),
        ("van 1 tot en met 15 mei 2024", "Wed 2024-05-01", "Wed 2024-05-15", WINDOW),
        ("mei/juni 2024", "Wed 2024-05-01", "Sun 2024-06-30", WINDOW),
        ("mei en juni 2024", "Wed 2024-05-01", "Sun 2024-06-30", WINDOW),
        ("mei of juni 2024", "Wed 2024-05-01", "Sun 2024-06-30", ROUGH),
        ("in mei 2024", "Wed 2024-05-01", "Fri 2024-05-31", WINDOW),
        ("Q2 2023", "Sat 2023-04-01", "Fri 2023-06-30", WINDOW),
        ("1e kwartaal 2024", "Mon 2024-01-01", "Sun 2024-03-31", WINDOW),
        ("het derde kwartaal van 2024", "Mon 2024-07-01", "Mon 2024-09-30", WINDOW),
        ("Q2 - Q3 2024", "Mon 2024-04-01", "Mon 2024-09-30", WINDOW),
        ("eind Q2 2024", "Sat 2024-06-01", "Sun 2024-06-30", ROUGH),
        ("week 12 van 2024", "Mon 2024-03-18", "Sun 2024-03-24", WINDOW),
        ("wk 12, 2024", "Mon 2024-03-18", "Sun 2024-03-24", WINDOW),
        ("2024-W12", "Mon 2024-03-18", "Sun 2024-03-24", WINDOW),
        ("week 1 van 2024", "Mon 2024-01-01", "Sun 2024-01-07", WINDOW),
        ("week 53 van 2026", "Mon 2026-12-28", "Sun 2027-01-03", WINDOW),
        ("week 12 t/m 14 van 2024", "Mon 2024-03-18", "Sun 2024-04-07", WINDOW),
        ("weken 12 en 13 van 2024", "Mon 2024-03-18", "Sun 2024-03-31", WINDOW),
        ("eerste helft van mei 2024", "Wed 2024-05-01", "Wed 2024-05-15", ROUGH),
        ("tweede helft van mei 2024", "Thu 2024-05-16", "Fri 2024-05-31", ROUGH),
        ("2e helft februari 2024", "Fri 2024-02-16", "Thu 2024-02-29", ROUGH),
        ("de tweede helft van 2024", "Mon 2024-07-01", "Tue 2024-12-31", WINDOW),
        ("halverwege juni 2023", "Thu 2023-06-15", "Thu 2023-06-15", ROUGH),
        ("midden juni 2023", "Thu 2023-06-15", "Thu 2023-06-15", ROUGH),
        ("begin van mei 2023", "Mon 2023-05-01", "Wed 2023-05-10", ROUGH),
        ("eind mei - begin juni 2023", "Sun 2023-05-21", "Sat 2023-06-10", ROUGH),
        ("eind 2023 - begin 2024", "Sun 2023-10-01", "Sun 2024-03-31", ROUGH),
        ("najaar 2014", "Mon 2014-09-01", "Sun 2014-11-30", ROUGH),
        ("in het najaar van 2014", "Mon 2014-09-01", "Sun 2014-11-30", ROUGH),
        ("herfst 2014", "Mon 2014-09-01", "Sun 2014-11-30", ROUGH),
        ("zomer 2023", "Thu 2023-06-01", "Thu 2023-08-31", ROUGH),
        ("de zomer van 2023", "Thu 2023-06-01", "Thu 2023-08-31", ROUGH),
        ("voorjaar 2015", "Sun 2015-03-01", "Sun 2015-05-31", ROUGH),
        ("eind najaar 2014", "Sat 2014-11-01", "Sun 2014-11-30", ROUGH),
        ("winter 2023-2024", "Fri 2023-12-01", "Thu 2024-02-29", ROUGH),
        ("winter 2023/24", "Fri 2023-12-01", "Thu 2024-02-29", ROUGH),
        ("eind winter 2023-2024", "Thu 2024-02-01", "Thu 2024-02-29", ROUGH),
        ("voor de zomer van 2023", "Mon 2023-05-01", "Fri 2023-06-30", ROUGH),
        ("na het zomerreces van 2023", "Fri 2023-09-01", "Tue 2023-10-31", ROUGH),
        ("uiterlijk zomer 2023", "Thu 2023-06-01", "Thu 2023-08-31", ROUGH),
        ("najaar 2014 t/m voorjaar 2015", "Mon 2014-09-01", "Sun 2015-05-31", ROUGH),
        ("rond 20 juni 2023", "Tue 2023-06-20", "Tue 2023-06-20", ROUGH),
        ("omstreeks 20-6-2023", "Tue 2023-06-20", "Tue 2023-06-20", ROUGH),
        ("ca. 20 juni 2023", "Tue 2023-06-20", "Tue 2023-06-20", ROUGH),
        ("rond half juni 2023", "Thu 2023-06-15", "Thu 2023-06-15", ROUGH),
        ("rond mei 2023", "Mon 2023-05-01", "Wed 2023-05-31", ROUGH),
        ("voor rond 20 juni 2023", "Mon 2023-06-19", "Mon 2023-06-19", ROUGH),
        ("jaarlijks van 2028 tot en met 2031", "Sat 2028-01-01", "Wed 2031-12-31", YEARLY),
    ],
)
def test_each_way_of_writing_a_date_has_one_reading(
    day: Day, words: str, first: str, last: str, precision: Precision
) -> None:
    found = fixed(words)
    assert (found.span.start, found.span.end) == (day(first), day(last))
    assert found.precision is precision
    assert found.words == words.strip()
    assert found.rule


@pytest.mark.parametrize(
    "words",
    ["rond 20 juni 2023", "najaar 2014", "tweede helft van mei 2024", "eind Q2 2024",
     "medio oktober 2023", "begin 2027", "na de zomer van 2027", "uiterlijk medio november 2027",
     "voor medio november 2027", "t/m eind 2027"],
)  # fmt: skip
def test_an_approximation_says_how_it_was_read(words: str) -> None:
    assert f"'{words}' is bij benadering; gelezen als" in fixed(words).rule


def test_a_rough_limit_says_that_it_is_rough_and_which_day_counts() -> None:
    assert fixed("voor medio november 2027").rule == (
        "'voor medio november 2027' is bij benadering; gelezen als de 15e van de maand; "
        "'voor' telt de dag zelf niet mee: de laatste dag is zondag 14 november 2027"
    )
    assert fixed("uiterlijk medio november 2027").rule.endswith("'uiterlijk' telt de dag zelf mee")
    assert "benadering" not in fixed("uiterlijk 15 november 2027").rule


def test_a_native_day_is_said_in_words() -> None:
    assert fixed(date(2026, 11, 13)).words == "13 november 2026"


def test_weeks_can_stand_before_a_step_with_accents() -> None:
    assert read("8 weken vóór vaststelling") == Offset(
        8, "week", True, "vaststelling", "8 weken vóór vaststelling"
    )


@pytest.mark.parametrize(
    ("words", "amount", "unit", "before", "anchor"),
    [
        ("8 weken voor vaststelling", 8, "week", True, "vaststelling"),
        ("1 week na verzending", 1, "week", False, "verzending"),
        ("een week na verzending", 1, "week", False, "verzending"),
        ("1 dag na concept-70", 1, "dag", False, "concept-70"),
        ("14 dagen voor dvo-2", 14, "dag", True, "dvo-2"),
        ("2 maanden na horen", 2, "maand", False, "horen"),
        ("een maand voor horen", 1, "maand", True, "horen"),
        ("4 jaar na vaststelling", 4, "jaar", False, "vaststelling"),
        ("0 dagen na horen", 0, "dag", False, "horen"),
        ("Op de dag van vaststelling", 0, "dag", False, "vaststelling"),
    ],
)
def test_a_date_can_be_counted_from_a_step(
    words: str, amount: int, unit: str, before: bool, anchor: str
) -> None:
    assert read(words) == Offset(amount, unit, before, anchor, words)


@pytest.mark.parametrize(
    ("words", "origin", "expected"),
    [
        ("3 dagen na x", "Sat 2028-02-26", "Tue 2028-02-29"),
        ("8 weken voor x", "Thu 2027-11-04", "Thu 2027-09-09"),
        ("1 maand na x", "Mon 2028-01-31", "Tue 2028-02-29"),
        ("1 maand voor x", "Fri 2028-03-31", "Tue 2028-02-29"),
        ("4 jaar na x", "Thu 2024-02-29", "Tue 2028-02-29"),
        ("1 jaar na x", "Thu 2024-02-29", "Fri 2025-02-28"),
    ],
)
def test_a_month_and_a_year_end_on_the_same_day_or_the_last(
    day: Day, words: str, origin: str, expected: str
) -> None:
    found = read(words)
    assert isinstance(found, Offset)
    assert found.from_day(day(origin)) == day(expected)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("tot 15 oktober", "twee manieren"),
        ("tot 15 oktober 2027", "'tot en met' (de dag telt mee) of 'voor'"),
        ("vrijdag 4 november 2027", "die dag is een donderdag"),
        ("31 november 2027", "bestaat niet in de kalender"),
        ("29 februari 2027", "bestaat niet in de kalender"),
        ("2027-02-30", "bestaat niet in de kalender"),
        ("2027-13-01", "bestaat niet in de kalender"),
        ("0 januari 2027", "bestaat niet in de kalender"),
        ("4 november 1989", "het jaar 1989"),
        ("2101-01-01", "het jaar 2101"),
        ("medio 2150", "het jaar 2150"),
        ("medio mei 0000", "het jaar 0"),
        ("na de zomer 0000", "het jaar 0"),
        ("na de zomer van 9999", "het jaar 9999"),
        ("jaarlijks van 0000 tot en met 0000", "het jaar 0"),
        ("jaarlijks van 2028 tot en met 9999", "het jaar 9999"),
        ("jaarlijks van 2031 tot en met 2028", "Draai de dagen om"),
        ("juni - april 2027", "Draai de dagen om"),
        ("van 4 november 2027 tot en met 1 juli 2027", "Draai de dagen om"),
        ("4 november", "ontbreekt het jaar"),
        ("medio oktober", "ontbreekt het jaar"),
        ("na de zomer", "ontbreekt het jaar"),
        ("voor 16 november", "ontbreekt het jaar"),
        ("uiterlijk donderdag 4 november", "ontbreekt het jaar"),
        ("13 december tot en met 15 oktober 2027", "ontbreekt het jaar"),
        ("van 1 mei 2027 tot 1 juni 2027", "'tot en met' (de dag telt mee) of 'voor'"),
        ("1 mei 2027 tot medio juni 2027", "twee manieren"),
        ("", "geen datum"),
        ("op korte termijn", "Laat 'wanneer' weg, zet deze woorden in de toelichting"),
        ("44 etmalen voor horen", "geen datum"),
        ("-1 dagen na horen", "geen datum"),
        ("1000 dagen na horen", "geen datum"),
        ("8 weken voor", "geen datum"),
        ("uiterlijk 8 weken voor horen", "geen dag of maand"),
        ("voor de zomer", "ontbreekt het jaar"),
        ("najaar", "ontbreekt het jaar"),
        ("halverwege juni", "ontbreekt het jaar"),
        ("rond 20 juni", "ontbreekt het jaar"),
        ("week 12", "ontbreekt het jaar"),
        ("Q2", "ontbreekt het jaar"),
        ("1-11", "ontbreekt het jaar"),
        ("eind mei - begin juni", "ontbreekt het jaar"),
        ("1 t/m 15 mei", "ontbreekt het jaar"),
        ("1-11-23", "het jaar met vier cijfers"),
        ("4 nov '27", "het jaar met vier cijfers"),
        ("31-2-2027", "bestaat niet in de kalender"),
        ("13-13-2027", "bestaat niet in de kalender"),
        ("vr 4-11-2027", "die dag is een donderdag"),
        ("ma. 4 nov. 2027", "die dag is een donderdag"),
        ("week 53 van 2027", "2027 heeft geen week 53"),
        ("week 0 van 2027", "heeft geen week 0"),
        ("week 14 t/m 12 van 2027", "Draai de dagen om"),
        ("winter 2027", "Schrijf 'winter 2026-2027' of 'winter 2027-2028'"),
        ("december - januari 2028", "schrijf het jaar bij allebei"),
        ("december 2027 - januari 2027", "Draai de dagen om"),
        ("mei en oktober 2027", "geen datum"),
        ("vanaf 1 mei 2027", "Schrijf 'van ... tot en met ...'"),
        ("na medio mei 2027", "Schrijf 'van ... tot en met ...'"),
        ("tussen 1 mei 2027 en 1 juni 2027", "Schrijf 'van ... tot en met ...'"),
        ("tot de zomer van 2027", "twee manieren"),
        ("4 okober 2027", "bedoelt u '4 oktober 2027'?"),
        ("halverweg juni 2027", "bedoelt u 'halverwege juni 2027'?"),
        ("2 raadsweken nna horen", "geen datum"),
        ("van gisteren tot en met morgen", "geen dag of maand"),
    ],
)
def test_what_cannot_be_read_in_one_way_is_refused(words: str, says: str) -> None:
    with pytest.raises(UnreadableDateError) as refused:
        read(words)
    assert says in str(refused.value)
    assert words in str(refused.value)


@pytest.mark.parametrize("day", [date(1066, 10, 14), date.min, date(2101, 1, 1), date.max])
def test_a_native_date_outside_the_known_years_is_refused(day: date) -> None:
    with pytest.raises(UnreadableDateError, match=f"het jaar {day.year}"):
        read(day)


@given(DAYS)
def test_a_day_reads_back_however_it_is_written(day: date) -> None:
    for words in (day, day.isoformat(), day_in_words(day), full_day_in_words(day)):
        assert fixed(words).span.start == fixed(words).span.end == day
        assert fixed(words).precision is Precision.DAY


@given(DAYS)
def test_voor_leaves_the_day_out_and_uiterlijk_does_not(day: date) -> None:
    assert fixed(f"voor {day_in_words(day)}").span.end == day - timedelta(days=1)
    assert fixed(f"uiterlijk {day_in_words(day)}").span.end == day
    assert fixed(f"tot en met {day_in_words(day)}").span.end == day


@given(DAYS, st.sampled_from(WEEKDAYS))
def test_only_its_own_weekday_goes_with_a_day(day: date, weekday: str) -> None:
    words = f"{weekday} {day_in_words(day)}"
    if weekday == WEEKDAYS[day.weekday()]:
        assert fixed(words).span.start == day
    else:
        with pytest.raises(UnreadableDateError, match=WEEKDAYS[day.weekday()]):
            read(words)


@given(st.integers(FIRST_YEAR, LAST_YEAR), st.integers(1, 12))
def test_a_month_runs_from_its_first_day_to_its_last(year: int, month: int) -> None:
    span = fixed(f"{MONTHS[month - 1]} {year}").span
    last = calendar.monthrange(year, month)[1]
    assert (span.start, span.end) == (date(year, month, 1), date(year, month, last))
    rough = [
        fixed(f"{part} {MONTHS[month - 1]} {year}").span for part in ("begin", "medio", "eind")
    ]
    assert all(span.start <= part.start <= part.end <= span.end for part in rough)
    assert [part.start for part in rough] == sorted(part.start for part in rough)


@given(
    st.integers(0, 999),
    st.sampled_from(["dagen", "weken", "maanden", "jaar"]),
    st.dates(date(2020, 1, 1), date(2030, 12, 31)),
)
def test_before_and_after_lie_on_either_side(amount: int, unit: str, day: date) -> None:
    before, after = read(f"{amount} {unit} voor x"), read(f"{amount} {unit} na x")
    assert isinstance(before, Offset)
    assert isinstance(after, Offset)
    assert before.from_day(day) <= day <= after.from_day(day)
    assert (before.from_day(day) == day) is (amount == 0)


WORDS = st.sampled_from(
    [*MONTHS, *WEEKDAYS, "voor", "na", "tot", "en", "met", "t/m", "uiterlijk", "op", "begin",
     "medio", "eind", "de", "zomer", "van", "in", "jaarlijks", "week", "weken", "dag", "jaar", "-",
     "rond", "najaar", "zomer", "winter", "halverwege", "kwartaal", "Q2", "helft", "tweede", "2e",
     "of", "/", "nov.", "vr", "1-11-2023", "W12", "12", "2023-2024", "tussen", "vanaf",
     "x", "0", "1", "31", "99", "999", "0000", "1989", "2027", "9999", "2027-11-04", "2027-02-30"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=8).map(" ".join)))
@example("na de zomer 0000")
@example("jaarlijks van 0000 tot en met 9999")
@example("\u0662\u0660\u0662\u0667-11-04")
@example("\u0130 2027")
def test_any_text_is_a_date_or_is_refused_in_words(words: str) -> None:
    try:
        found = read(words)
    except UnreadableDateError:
        return
    assert not isinstance(found, Fixed) or found.span.start <= found.span.end


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("2e kwartaal 2024", "in het 2e kwartaal 2024"),
        ("Tweede helft van 2024", "in de tweede helft van 2024"),
        ("het tweede kwartaal van 2024", "in het tweede kwartaal van 2024"),
        ("week 12 van 2024", "in week 12 van 2024"),
        ("Q2 2024", "in Q2 2024"),
        ("in mei 2024", "in mei 2024"),
        ("zomer 2023", "zomer 2023 (bij benadering)"),
        ("rond 20 juni 2023", "rond 20 juni 2023 (bij benadering)"),
        ("1-11-2023", "uiterlijk 1 november 2023"),
        ("december 2023 - januari 2024", "in januari 2024"),
    ],
)
def test_what_people_wrote_can_stand_in_a_sentence(words: str, by: str) -> None:
    assert fixed(words).stretch.last.by_in_words == by


@given(DAYS, st.sampled_from(["{0.day}-{0.month}-{0.year}", "{0:%d/%m/%Y}", "{0:%d.%m.%Y}"]))
def test_a_day_in_figures_is_day_month_year(day: date, figures: str) -> None:
    assert fixed(figures.format(day)).span.start == fixed(figures.format(day)).span.end == day


@given(DAYS)
def test_about_a_day_is_that_day_but_never_a_plain_one(day: date) -> None:
    found = fixed(f"rond {day_in_words(day)}")
    assert found.span.start == day
    assert found.precision is ROUGH
    assert not found.stretch.names_day


@given(DAYS)
def test_every_day_lies_in_its_week(day: date) -> None:
    year, week, _ = day.isocalendar()
    if FIRST_YEAR <= year <= LAST_YEAR:
        span = fixed(f"week {week} van {year}").span
        assert day in span
        assert (span.days, span.start.weekday()) == (7, 0)


def test_a_text_in_the_place_of_a_day_is_quoted_in_part() -> None:
    """A whole page under 'wanneer' must not come back whole in the error."""
    for words in (
        "zodra het kan\n" * 200,
        "x" * 5000,
        "tot 15 oktober" + " " * 3000 + "of later" * 300,
    ):
        with pytest.raises(UnreadableDateError) as refused:
            read(words)
        assert len(str(refused.value)) < 300
        assert "\n" not in str(refused.value)
        assert str(refused.value).startswith(f"'{' '.join(words.split())[:57]}...'")


def test_spaces_and_lines_between_words_make_no_date_longer() -> None:
    day = read("4 november" + "\n  " * 400 + "2027")
    assert isinstance(day, Fixed)
    assert day.span.end == date(2027, 11, 4)
    with pytest.raises(UnreadableDateError, match=r"^'31 november 2027' bestaat niet"):
        read("31 november \n\n 2027")


@pytest.mark.parametrize(
    "words", ["van 30 oktober t/m 5 november 2027", "30 oktober - 5 november 2027"]
)
def test_the_first_of_two_days_has_the_year_of_the_second_when_that_leaves_it_earlier(
    words: str,
) -> None:
    found = read(words)
    assert isinstance(found, Fixed)
    assert found.span == Span(date(2027, 10, 30), date(2027, 11, 5))


def test_no_year_is_taken_over_that_puts_the_first_day_last() -> None:
    with pytest.raises(UnreadableDateError, match="ontbreekt het jaar"):
        read("van 30 december t/m 5 januari 2027")


def test_a_good_word_is_not_taken_for_a_misspelt_one() -> None:
    with pytest.raises(UnreadableDateError) as refused:
        read("einde jaar 2027")
    assert "najaar" not in str(refused.value)
