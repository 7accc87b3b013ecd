"""Red lines: our golden passages by share, and what each field says."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from extracted import drawn, lines, only
from golden.halves import HALVES, Half
from golden.ledger import Score, of_redlines, run, score
from golden.lines import joined
from golden.sides import name
from loaded import loaded
from sayso.extractors import redlines, statements
from sayso.model.ids import digest_id, record_id
from sayso.model.ledger import Statement
from sayso.model.reading import Reading
from sayso.model.text import Article

GOLDEN = of_redlines("redlines")
# Shares that must be right. Raise a floor when the share has risen.
FLOORS: Mapping[str, Mapping[Half, float]] = {
    "found": {"tuning": 0.85, "reported": 0.8},
    "none": {"tuning": 0.95, "reported": 0.95},
    "warned": {"tuning": 0.95, "reported": 0.93},
    "aim": {"tuning": 1.0, "reported": 1.0},
    "modes": {"tuning": 1.0, "reported": 1.0},
    "specificity": {"tuning": 1.0, "reported": 1.0},
    "authority": {"tuning": 1.0, "reported": 1.0},
    "channel": {"tuning": 1.0, "reported": 1.0},
    "deadline": {"tuning": 1.0, "reported": 1.0},
    "hedges": {"tuning": 1.0, "reported": 1.0},
}


@cache
def reading(text: str) -> Reading:
    captured = text.encode()
    article = Article(id=digest_id("article", captured), text_sha256="", text=text)
    return loaded(tagging=False).read_one(article)


@cache
def scored(half: Half) -> Score:
    return score(GOLDEN, run(GOLDEN, loaded(), half), half)


@pytest.mark.parametrize("half", HALVES)
def test_shares_keep_their_floors(half: Half) -> None:
    got = scored(half)
    shares = {**got.fields, "found": got.recall, "none": got.silent}
    low = {row: shares[row] for row, floors in FLOORS.items() if shares[row].value < floors[half]}
    assert not low


# --- what a record says --------------------------------------------------------------------------------

WARNED = (
    "Senegalese President Ousmane Fall warned Gambia of reprisals if mortars are sold to Guinea."
)


def test_a_red_line_refers_to_the_statement_that_it_stands_in() -> None:
    said = {s.id for s in statements.extract(reading(WARNED)) if isinstance(s, Statement)}
    assert only(WARNED).statement in said


def test_the_evidence_is_the_words_of_the_article() -> None:
    found = only(WARNED)
    assert found.spans
    for span in (*found.spans, *found.condition.spans, *found.consequence.spans):
        assert WARNED[span.start : span.end] == span.text


def test_the_act_is_told_as_the_transfer_that_it_would_be() -> None:
    text = "Oman warned Qatar of reprisals if missiles were to be sent to Yemen."
    pattern = only(text).condition.pattern
    [yemen] = [actor.id for actor in reading(text).actors if actor.name == "Yemen"]
    assert pattern is not None
    assert pattern.record == "transfer"
    assert pattern.weapon == "missiles"
    assert pattern.recipient == yemen


def test_two_sentences_of_one_speaker_about_one_act_are_one_line() -> None:
    found = only(
        "“Selling radars to the militia would be a grave mistake. If that happens, we will "
        "sever ties,” Omani Foreign Minister Salim Harthy said."
    )
    assert joined(found.condition.spans) == "Selling radars to the militia If that happens"
    assert joined(found.consequence.spans) == "would be a grave mistake we will sever ties"
    assert found.consequence.specificity == "named"


def test_two_speakers_draw_two_lines() -> None:
    found = lines(
        "Nepalese President Hari Thapa warned China of reprisals if the road is closed. "
        "Bhutanese Foreign Minister Dorji Wangdi warned China of reprisals if the road is closed."
    )
    assert [name(one.warner) for one in found] == ["Hari Thapa", "Dorji Wangdi"]


@pytest.mark.parametrize(
    "text",
    [
        "If Laos sells the mortars, Thailand will retaliate.",  # nobody says it
        "Thai President Somchai Rao fears that Laos would retaliate if the dam is built.",
        "Former Thai President Somchai Rao warned Laos of reprisals if the dam is built.",
        "Thai President Somchai Rao warned that he would retaliate if Thailand lost.",
        "Even if Laos builds the dam, Thailand will not retaliate, its president said.",
        "Thousands would starve unless Laos opens the road, the United Nations warned.",
        "Laos risks losing its seat if it misses another payment, an official said.",
        "The Lao president loved the day Burma joined the union, he said.",
        "Laos will send rice as soon as Burma opens the road, its president said.",
    ],
)
def test_what_is_no_red_line(text: str) -> None:
    assert lines(text) == ()


def test_ids_are_hashes_of_the_content_and_stay_the_same() -> None:
    first, again = only(WARNED), next(iter(redlines.extract(reading(WARNED))))
    assert first == again
    assert first.id == record_id(first)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "Were Bolivia to arm the rebels, Peru would expel its envoys, Peruvian President Rosa Lima said.",
            "Were Bolivia to arm the rebels",
        ),
        (
            "As long as Quito holds the crew, we will block the port, Peruvian Foreign Minister Rosa Lima said.",
            "As long as Quito holds the crew",
        ),
        (
            "In the event that Oman grants the base, Iran will freeze all contracts, Iranian Oil Minister Ali Sharif said.",
            "In the event that Oman grants the base",
        ),
        (
            "“Those who bomb our dam will be treated as enemies,” Ethiopian General Abebe Tadesse said.",
            "Those who bomb our dam",
        ),
        (
            "Every cannon that Norway gives to Kyiv will be destroyed, Russian Defence Minister Pavel Gromov said.",
            "Every cannon that Norway gives to Kyiv",
        ),
        (
            "Failure to free the sailors will result in an embargo, Malian Foreign Minister Awa Diarra told Niger.",
            "Failure to free the sailors",
        ),
        (
            "“Guns for Pristina are a red line for us,” Serbian President Milan Jovic said.",
            "Guns for Pristina",
        ),
        (
            "Recognition of the province would put relations with Ankara at risk, Turkish Foreign Minister Selim Kaya said.",
            "Recognition of the province",
        ),
    ],
)
def test_the_condition_in_other_clothes(text: str, condition: str) -> None:
    line = only(text)
    assert [span.text for span in line.condition.spans] == [condition]


@pytest.mark.parametrize(
    "text",
    [
        "Peru has no plans to retaliate if Chile leaves the pact, Peruvian spokesman Luis Paz said.",
        "If Chile signs, Peru will suspend the tariffs, Peruvian Trade Minister Rosa Lima said.",
        "“We did not say that we would bomb the bridge if they crossed it,” Croatian General Ivo Babic said.",
        "If they write to us, we will respond within a week, Kenyan Health Minister Grace Otieno said.",
    ],
)
def test_what_only_sounds_like_a_threat(text: str) -> None:
    assert lines(text) == ()


# --- the clothes of a condition ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "condition", "consequence", "aim"),
    [
        (
            (
                "Moldova will block the railway until Russia withdraws its battalion from Cobasna, "
                "Moldovan Prime Minister Ion Rusu said."
            ),
            "until Russia withdraws its battalion from Cobasna",
            "Moldova will block the railway",
            "compel",
        ),
        (
            (
                "Withdrawing the missiles is the only way for Havana to avoid a blockade, US Secretary "
                "of State Paul Harmon said."
            ),
            "Withdrawing the missiles",
            "a blockade",
            "compel",
        ),
        (
            (
                "Venezuela can avoid retaliation only by releasing the oil workers, Guyanese President "
                "Ravi Persaud said."
            ),
            "releasing the oil workers",
            "retaliation",
            "compel",
        ),
        (
            "Cross the Litani and you will be hit, the Israeli army told Hezbollah.",
            "Cross the Litani",
            "you will be hit",
            "deter",
        ),
        (
            "Hand back the pilots or else, Pakistani Foreign Minister Bilal Qureshi told New Delhi.",
            "Hand back the pilots",
            "or else",
            "compel",
        ),
        (
            (
                "“If the Houthis,” Emirati President Anwar Suwaidi said, “fire one more rocket at Abu "
                "Dhabi, we will flatten Hodeidah.”"
            ),
            "If the Houthis fire one more rocket at Abu Dhabi",
            "we will flatten Hodeidah",
            "deter",
        ),
        (
            (
                "An Israeli strike on the reactor is not excluded if enrichment continues, Israeli "
                "Defence Minister Yoav Peretz said."
            ),
            "if enrichment continues",
            "An Israeli strike on the reactor is not excluded",
            "compel",
        ),
        (
            (
                "Neither Russia nor Belarus will stand by if Lithuania closes the corridor, Belarusian "
                "Foreign Minister Sergei Makar said."
            ),
            "if Lithuania closes the corridor",
            "Neither Russia nor Belarus will stand by",
            "deter",
        ),
        (
            (
                "Hamas renewed its threat to fire rockets at Tel Aviv if the march goes through the "
                "Old City."
            ),
            "if the march goes through the Old City",
            "to fire rockets at Tel Aviv",
            "deter",
        ),
    ],
)
def test_a_condition_in_other_clothes(
    text: str, condition: str, consequence: str, aim: str
) -> None:
    found = only(text)
    said = " ".join(span.text.strip(" ,”“") for span in found.condition.spans)
    assert said == condition
    assert joined(found.consequence.spans) == consequence
    assert found.aim == aim


@pytest.mark.parametrize(
    "text",
    [
        "“If Paris asks, we will send troops,” Estonian Prime Minister Kadri Tamm said.",
        (
            "If the sanctions are lifted, Iran will stop enrichment, Iranian President Navid Kamrani "
            "said."
        ),
        (
            "Croatia will close its border in case of a new wave of the virus, Croatian Health "
            "Minister Ivan Babic said."
        ),
        "The port will stay closed until the storm passes, Cuban Transport Minister Luis Vega said.",
        (
            "If Iran strikes Israel, the region will burn, Jordanian Foreign Minister Ayman Khatib "
            "warned."
        ),
        (
            "If the drones had crossed the border, Finland would have shot them down, Finnish Defence "
            "Minister Antti Salo said."
        ),
        "The World Food Programme warned that aid will be cut if donors do not pay.",
        "No howitzer would leave her country, Peruvian Foreign Minister Ana Tello said.",
        (
            "In the film, an admiral tells the Danes that Copenhagen will burn if the fleet is not "
            "handed over."
        ),
    ],
)
def test_requests_kindnesses_nature_and_fiction_are_no_lines(text: str) -> None:
    assert lines(text) == ()


@pytest.mark.parametrize(
    ("text", "condition", "consequence"),
    [
        (
            "“They will pay a heavy price if they touch our dam,” Lao President Kham Souk said.",
            "if they touch our dam",
            "They will pay a heavy price",
        ),
        (
            "Burma may sell the boats. “In that case we will recall our envoy,” Lao President Kham Souk said.",
            "Burma may sell the boats",
            "we will recall our envoy",
        ),
        (
            "Laos will shell the port the moment Burma moors a gunboat there, its president said.",
            "Burma moors a gunboat there",
            "Laos will shell the port",
        ),
        (
            "Laos will shell the port as soon as Burma moors a gunboat there, its president said.",
            "Burma moors a gunboat there",
            "Laos will shell the port",
        ),
        (
            "Laos vowed a crushing response to any raid on its dams.",
            "any raid on its dams",
            "a crushing response",
        ),
        (
            "Laos has threatened to close the river in response to any Burmese raid.",
            "any Burmese raid",
            "to close the river in response",
        ),
        (
            "Lao President Kham Souk said Laos would strike back if the West sold them to Burma.",
            "if the West sold them to Burma",
            "Laos would strike back",
        ),
    ],
)
def test_threats_in_more_clothes(text: str, condition: str, consequence: str) -> None:
    drawn(text, condition, consequence)


def test_what_is_granted_under_a_condition_is_no_red_line() -> None:
    text = "Should Burma let the inspectors in, Laos will release the money, the Lao envoy, A Kham, said."
    assert not lines(text)


@pytest.mark.parametrize(
    ("text", "warner", "warned"),
    [
        ("Laos will cut power if Burmese boats stay: deputy foreign minister", "", "Burmese"),
        ("Lao President Kham Souk warned Burma that Laos would fire if it moored.", "", "Burma"),
        ("Leaders of the M23 threatened Burundi with war if its troops stay.", "", "Burundi"),
        ("Laos threatened Burma with tariffs on teak if it seized the boats.", "Laos", "Burma"),
        ("Laos issued an ultimatum to Burma on Monday: leave or face sanctions.", "Laos", "Burma"),
        (
            "Laos will retaliate if Burma closes the bridge, its ambassador to Ghana, A Kham, said.",
            "A Kham",
            "Burma",
        ),
        (
            (
                "Burma will have crossed a red line if it mines the river, and Laos will shell its boats, "
                "Lao President Kham Souk said."
            ),
            "Kham Souk",
            "Burma",
        ),
    ],
)
def test_who_warns_and_who_is_meant(text: str, warner: str, warned: str) -> None:
    line = only(text)
    assert line.warner is not None
    assert line.warned is not None
    assert warner in line.warner.name
    assert line.warned.name == warned


@pytest.mark.parametrize(
    ("text", "condition", "consequence"),
    [
        (
            (
                "For every day that our barge is held in Burma, one Burmese ship will be held here, Lao "
                "President Kham Souk said."
            ),
            "For every day that our barge is held in Burma",
            "one Burmese ship will be held here",
        ),
        (
            "A landing on the sandbank would bring the fleet upriver, Lao President Kham Souk said.",
            "A landing on the sandbank",
            "would bring the fleet upriver",
        ),
        (
            "“If Chile sells the mines to Burma, tariffs the next morning!” Peruvian President Ana Paz wrote.",
            "If Chile sells the mines to Burma",
            "tariffs the next morning!",
        ),
        (
            "“Recognition of the rebels would destroy relations with Lima,” Peru’s envoy, Ana Paz, said.",
            "Recognition of the rebels",
            "would destroy relations with Lima",
        ),
        (
            "Laos would sell its Burmese bonds if Burma seized the pier, Lao President Kham Souk said.",
            "if Burma seized the pier",
            "Laos would sell its Burmese bonds",
        ),
    ],
)
def test_answers_in_more_clothes(text: str, condition: str, consequence: str) -> None:
    line = only(text)
    assert [span.text for span in line.condition.spans] == [condition]
    assert [span.text for span in line.consequence.spans] == [consequence]


def test_a_time_given_with_an_or_is_an_ultimatum() -> None:
    line = only("Laos gave Burma until Monday to free the crew or face sanctions.")
    assert line.warner is not None
    assert line.warned is not None
    assert (line.warner.name, line.warned.name, line.aim) == ("Laos", "Burma", "compel")


@pytest.mark.parametrize(
    "text",
    [
        "Laos gave its farmers until June to sell or store the grain.",
        "A drill will bring the fleet to the bay, Lao Defence Minister A Kham said.",
        "A visit would strengthen relations with Lima, Peru’s envoy, Ana Paz, said.",
        "Snow will close roads if temperatures fall: minister",
    ],
)
def test_choices_drills_visits_and_weather_are_no_lines(text: str) -> None:
    assert lines(text) == ()
