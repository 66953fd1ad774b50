# SPDX-License-Identifier: EUPL-1.2
"""What an adviser fills in of each kind of report, in the order in which a procedure goes."""

from datetime import date, timedelta

from gehoord.calendar.dutch import full_day_in_words
from gehoord.domain.proposal.stage import Stage
from tests.engine.filled import Filled, Started, Told
from tests.engine.reported_later import adopted_by_the_regioburgemeester, afterwards, over_past_year
from tests.engine.reported_themes import chosen_in_rounds, themes_chosen
from tests.engine.two_dossiers import NEW, NEW_CODE, NOW, Days


def story(today: date) -> tuple[Told, ...]:
    """Return all that is filled in and started, in order."""
    days = Days(today)
    return (
        *_from_themes_to_ontwerp(today),
        *_on_the_way_to_the_councils(today),
        *_the_councils(today),
        *adopted_by_the_regioburgemeester(days),
        *afterwards(days),
        *over_past_year(days),
    )


def _from_themes_to_ontwerp(today: date) -> tuple[Told, ...]:
    return (
        Started(Stage.START, NOW, "Fase klaar"),
        Filled(
            "herinnering",
            NOW,
            {"Stap": "themas", "Wie herinnert u?": ["RBOP"]},
            lambda state: any(action.reminded_on for action in state.actions.where(step="themas")),
        ),
        *chosen_in_rounds(),
        *themes_chosen(today),
        Started(Stage.THEMES, NOW, "Wacht op de adviseur"),
        Started(
            Stage.DRAFTS, NOW, "Wacht op de adviseur, de hoofdofficier en de regioburgemeester"
        ),
        *_read_by_others(),
        Filled(
            "gedaan",
            NOW,
            {"Stap": "raadpleging-70", "Toelichting": "Besproken met de teamchefs."},
            lambda state: state.tally("raadpleging-70").done == 1,
        ),
        Filled(
            "vervalt",
            NOW,
            {"Stap": "voortgang", "Reden": "Het overleg valt samen met een ander overleg."},
            lambda state: state.has_lapsed("voortgang"),
        ),
        Filled(
            "reactie",
            NOW,
            {"Van wie?": "ondernemingsraad", "Tekst": "Er is te weinig aandacht voor het water."},
            lambda state: [r.sender for r in state.responses] == ["ondernemingsraad"],
        ),
        Filled(
            "verwerking",
            NOW,
            {"Van wie?": "ondernemingsraad", "Verwerking": "Een alinea over het water toegevoegd."},
            lambda state: any(r.disposition for r in state.responses),
        ),
        *_point_by_point(),
    )


def _read_by_others() -> tuple[Told, ...]:
    return (
        Filled(
            "versie",
            NOW,
            {"Stap": "concept-70"},
            lambda state: [version.step for version in state.versions] == ["concept-70"],
        ),
        Filled(
            "meelezers",
            NOW,
            {"Wie lezen mee?": ["Programmamanager OM; om@om.example", "GGD"]},
            lambda state: [each.name for each in state.reviewers] == ["Programmamanager OM", "GGD"],
        ),
        Filled(
            "ter-lezing",
            NOW,
            {"Voor welke ronde?": "raadpleging-70", "Heeft u haar zelf al verstuurd?": True},
            lambda state: [len(each.sent_to) for each in state.circulations] == [2],
        ),
    )


def _point_by_point() -> tuple[Told, ...]:
    return (
        Filled(
            "herstel",
            NOW,
            {
                "Welke melding?": "verwerking",
                "Actiehouder": "ondernemingsraad",
                "Reden": "Het was te kort.",
            },
            lambda state: state.responses[0].awaits_disposition,
        ),
        Filled(
            "punt",
            NOW,
            {"Van wie?": "ondernemingsraad", "Onderwerp": "Water", "Tekst": "Het water ontbreekt."},
            lambda state: [p.subject for p in state.points] == ["Water"],
        ),
        Filled(
            "punt-indeling",
            NOW,
            {"Welke punten?": ["1 (ondernemingsraad: Water)"], "Hoofdlijn": "Natuur"},
            lambda state: [p.main_line for p in state.points] == ["Natuur"],
        ),
        Filled(
            "punt-verwerking",
            NOW,
            {
                "Welke punten?": ["1 (ondernemingsraad: Water)"],
                "Wat is ermee gedaan?": "niet verwerkt",
                "Uitleg": "Het water is van het waterschap.",
            },
            lambda state: not state.responses[0].awaits_disposition,
        ),
        Filled(
            "houding",
            NOW,
            {"Van wie?": "ondernemingsraad", "Hoe is de reactie?": "kritisch"},
            lambda state: state.responses[0].stance == "kritisch",
        ),
    )


def _on_the_way_to_the_councils(today: date) -> tuple[Told, ...]:
    day = full_day_in_words(today)
    return (
        Filled(
            "versie",
            NOW,
            {
                "Stap": "ontwerp",
                "Wat staat in deze versie?": [
                    "sterkteverdeling",
                    "wijkagenten",
                    "doelstellingen-minister",
                ],
                "Op welke dag?": today - timedelta(days=2),
            },
            lambda state: state.ontwerp is not None and len(state.ontwerp.contains) == 3,
        ),
        Filled(
            "toezegging",
            NOW,
            {
                "Welk hoofdstuk?": "Bijlage 2",
                "Hoe staat het erin?": "ontbreekt",
                "Aan wie stuurt u het na?": "de burgemeesters",
                "Uiterlijk wanneer?": today + timedelta(days=14),
            },
            lambda state: bool(state.ontwerp and state.ontwerp.follows),
        ),
        Filled(
            "akkoord",
            NOW,
            {"Van wie?": "regioburgemeester"},
            lambda state: bool(
                state.ontwerp and "regioburgemeester" in state.agreements_with(state.ontwerp)
            ),
        ),
        Filled(
            "reden",
            NOW,
            {
                "Bevinding": "verzonden-voor-akkoord",
                "Grond": "De hoofdofficier stemde al in; de brief daarover volgt.",
                "Wie legt dit vast?": "regioburgemeester",
            },
            lambda state: [r.code for r in state.reasons] == ["verzonden-voor-akkoord"],
        ),
        Filled(
            "veiligheidsplan",
            NOW,
            {"Gemeente": "Texel", "Op welke dag?": today - timedelta(days=30)},
            lambda state: state.municipality("Texel").goals_set_on == today - timedelta(days=30),
        ),
        Filled(
            "lokale-prioriteiten",
            NOW,
            {"Gemeente": "Texel", "Prioriteiten": ["Ondermijning", "Jeugd"]},
            lambda state: [p.priorities for p in state.priorities] == [("Ondermijning", "Jeugd")],
        ),
        Filled(
            "veiligheidsbeeld",
            NOW,
            {"Wie maakte het?": "DRIO", "Welke thema's staan erin?": ["Drugs", "Fraude"]},
            lambda state: [p.themes for p in state.pictures] == [("Drugs", "Fraude")],
        ),
        Filled(
            "informatiesessie",
            NOW,
            {
                "Welke dag?": today,
                "Hoe laat begint zij?": "13:30",
                "Waar?": "Stadhuis, Haarlem",
                "Wie nodigt u uit?": ["burgemeesters", "partners"],
            },
            lambda state: [s.invited for s in state.sessions] == [("burgemeesters", "partners")],
        ),
        Filled(
            "sessie-verplaatst",
            NOW,
            {
                "Welke sessie?": f"1 ({day}, 13.30 uur, Stadhuis, Haarlem)",
                "Waar?": "Zaal 3, Haarlem",
            },
            lambda state: [s.place for s in state.sessions] == ["Zaal 3, Haarlem"],
        ),
        Filled(
            "sessie-gehouden",
            NOW,
            {
                "Welke sessie?": f"1 ({day}, 13.30 uur, Zaal 3, Haarlem)",
                "Hoeveel mensen waren er?": ["burgemeesters; 12"],
            },
            lambda state: [s.people for s in state.sessions] == [12],
        ),
        Filled(
            "informatiesessie",
            NOW,
            {"Welke dag?": today, "Hoe laat begint zij?": "9:00", "Waar?": "Oostzaan"},
            lambda state: len(state.sessions) == 2,
        ),
        Filled(
            "sessie-vervalt",
            NOW,
            {
                "Welke sessie?": f"2 ({day}, 09.00 uur, Oostzaan)",
                "Reden": "De zaal is die dag niet vrij.",
            },
            lambda state: bool(state.sessions[1].called_off_on),
        ),
        Filled(
            "cluster",
            NOW,
            {"Naam van het cluster": "Zorg", "Welke prioriteiten?": ["Jeugd"]},
            lambda state: [c.members for c in state.clusters] == [("Jeugd",)],
        ),
        Filled(
            "herindeling",
            NOW,
            {
                "Welke gemeenten gaan op in de nieuwe?": ["Hoorn"],
                "CBS-code van de nieuwe gemeente": NEW_CODE,
                "Naam van de nieuwe gemeente": NEW,
                "Op welke dag?": today - timedelta(days=1),
            },
            lambda state: NEW in [m.name for m in state.living],
        ),
        Filled(
            "adres",
            NOW,
            {
                "Van wie is dit adres?": "Haarlem",
                "Mailadres": "griffie@haarlem.example",
            },
            lambda state: (
                state.municipality("Haarlem").griffie_address == "griffie@haarlem.example"
            ),
        ),
    )


def _the_councils(today: date) -> tuple[Told, ...]:
    longer = today + timedelta(weeks=12)
    return (
        Started(Stage.HEARING, NOW, "Wacht op 3 van 3 raden"),
        Filled(
            "reservering",
            NOW,
            {
                "Gemeente": "Texel",
                "Wanneer is de vergadering?": today + timedelta(weeks=5),
                "Hoe ver is de raad?": "op de agenda",
            },
            lambda state: state.hearing_of("GM0448").meeting_stands == "op de agenda",
        ),
        Filled(
            "verzoek",
            NOW,
            {
                "Wie vraagt het?": "Texel",
                "Wat is de vraag?": "commissie",
                "Tekst": "Is het genoeg als de commissie het bespreekt?",
            },
            lambda state: [asked.is_open for asked in state.requests] == [True],
        ),
        Filled(
            "brieftekst",
            NOW,
            {
                "Welke brief?": "vaststelling",
                "Welke passage?": "inleiding",
                "Uw tekst": "Het plan is vastgesteld.",
            },
            lambda state: [own.called for own in state.own_words] == ["vaststelling: inleiding"],
        ),
        Filled(
            "briefhoofd",
            NOW,
            {"Ons kenmerk": "2027/12"},
            lambda state: state.given_letterhead.lines == {"reference": "2027/12"},
        ),
        Filled(
            "antwoord-op-verzoek",
            NOW,
            {
                "Welk verzoek?": "1 (Texel: behandeling in een commissie)",
                "Wat is de uitkomst?": "afgewezen",
                "Tekst": "Alleen de raad zelf kan worden gehoord.",
            },
            lambda state: [asked.is_open for asked in state.requests] == [False],
        ),
        Filled(
            "uitstel",
            NOW,
            {
                "Gemeente": "Texel",
                "Tot en met welke dag?": longer,
                "Reden": "De raad vergadert een week later dan gepland.",
            },
            lambda state: state.hearing_of("GM0448").respite_until == longer,
        ),
        Filled(
            "gehoord",
            NOW,
            {
                "Welke gemeenten?": ["Haarlem", NEW],
                "Wat antwoordde de raad?": "zienswijze",
                "Hoe is de raad gehoord?": "raadsvergadering",
                "Tekst": "Denk aan de kleine kernen.",
            },
            lambda state: [z.name for z in state.zienswijzen] == ["Haarlem", NEW],
        ),
        Filled(
            "aanvulling",
            NOW,
            {
                "Gemeente": "Haarlem",
                "Wat antwoordde de raad?": "zienswijze",
                "Tekst": "En aan het water.",
            },
            lambda state: "En aan het water." in [z.text for z in state.zienswijzen],
        ),
        Filled(
            "herstel",
            NOW,
            {
                "Welke melding?": "aanvulling",
                "Actiehouder": "Haarlem",
                "Reden": "De aanvulling kwam van een andere raad.",
                "Bericht aan wie al een brief heeft?": "nee",
            },
            lambda state: not state.zienswijzen.where(name="Haarlem")[-1].counts,
        ),
    )
