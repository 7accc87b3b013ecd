from __future__ import annotations

import pytest

from sayso.extractors.events import extract
from sayso.extractors.statements import extract as statements_of
from sayso.model.ids import digest_id, record_id
from sayso.model.ledger import Event
from sayso.model.reading import Reading
from sayso.model.text import Article
from sayso.reading import Reader


def read(reader: Reader, text: str) -> Reading:
    digest = digest_id("article", text.encode())
    return reader.read_one(Article(id=digest, text_sha256=digest, language="en", text=text))


def events(reader: Reader, text: str) -> list[Event]:
    return list(extract(read(reader, text)))


def test_an_event_in_the_outlets_own_voice_has_no_chain_and_no_statement(reader: Reader) -> None:
    [event] = events(reader, "Slovenia expelled two Libyan diplomats on Tuesday.")
    assert (event.type, event.mode) == ("SANCTION", "expel")
    assert event.chain == ()
    assert event.statement is None
    assert event.trigger.text == "expelled"
    assert event.id == record_id(event)


def test_an_event_in_reported_speech_points_to_its_statement(reader: Reader) -> None:
    reading = read(reader, "Kenyan police said that rebels attacked a convoy near Garissa.")
    [event] = extract(reading)
    [statement] = statements_of(reading)
    assert event.type == "ASSAULT"
    assert event.statement == statement.id
    assert event.chain == statement.chain != ()


def test_parties_carry_their_actors(reader: Reader) -> None:
    reading = read(reader, "Denmark praised the Estonian government.")
    [event] = extract(reading)
    countries = {actor.id: actor.country for actor in reading.actors}
    assert [countries[party.actor or ""] for party in event.actors] == ["DNK"]
    assert [countries[party.actor or ""] for party in event.recipients] == ["EST"]


def test_those_who_meet_are_all_actors(reader: Reader) -> None:
    [event] = events(reader, "Peru's president met with the prime ministers of Chile and Bolivia.")
    assert event.type == "CONSULT"
    assert len(event.actors) >= 2
    assert event.recipients == ()


def test_a_guest_is_the_actor_of_a_visit(reader: Reader) -> None:
    [event] = events(reader, "Malawi hosted the Zambian president on Monday.")
    assert [party.name for party in event.actors] == ["the Zambian president"]
    assert [party.name for party in event.recipients] == ["Malawi"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Italy will deliver tents to Albania.", "AGREE"),
        ("Israel will withdraw its troops from the valley.", "CONCEDE"),
        ("Somalia said it would expel the Kenyan envoy.", "THREATEN"),
        ("Somalia will not accept the offer.", "REJECT"),
    ],
)
def test_what_is_announced_is_what_the_manual_makes_of_it(
    reader: Reader, text: str, type_: str
) -> None:
    assert [event.type for event in events(reader, text)] == [type_]


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("Mali threatened to bomb the airfield.", "THREATEN", "violence"),
        ("Mali threatened to arrest the bishop.", "THREATEN", "arrest"),
        ("Mali refused to meet the mediators.", "REJECT", "meet"),
        ("Mali urged Niger to release the miners.", "REQUEST", "yield"),
    ],
)
def test_the_mode_follows_from_what_is_governed(
    reader: Reader, text: str, type_: str, mode: str
) -> None:
    [event] = events(reader, text)
    assert (event.type, event.mode) == (type_, mode)


@pytest.mark.parametrize(
    "text",
    [
        "If Togo invades Benin, the union will act.",
        "Togo could arrest the bishop.",
        "Togo denied that it had shelled the village.",
        "Analysts expect Togo to expel the envoy.",
        "Ministers discussed an attack on the camp.",
        "Lome police questioned witnesses who saw the crash.",
    ],
)
def test_what_did_not_happen_is_no_event(reader: Reader, text: str) -> None:
    found = {event.type for event in events(reader, text)}
    assert not found & {"ASSAULT", "COERCE", "SANCTION", "THREATEN", "ACCUSE"}


def test_what_is_promised_somewhere_is_not_promised_to_the_place(reader: Reader) -> None:
    [event] = events(reader, "Togo's premier made the pledge at a Lao Farmers conference in Lome.")
    assert (event.type, event.recipients) == ("AGREE", ())


def test_a_navy_of_no_named_state_may_guard_its_own(reader: Reader) -> None:
    found = events(
        reader, "The navy is carrying out patrols in the gulf to protect Togolese trade."
    )
    assert [(event.type, event.recipients) for event in found] == [("MOBILIZE", ())]


def test_a_verb_and_its_noun_are_one_event(reader: Reader) -> None:
    [event] = events(reader, "A drone attack wounded six soldiers in Ghazni.")
    assert (event.type, event.mode) == ("ASSAULT", "drone")


def test_what_a_protest_is_for_is_no_event(reader: Reader) -> None:
    found = events(reader, "Nurses marched in Quito to demand new elections.")
    assert [event.type for event in found] == ["PROTEST"]


def test_contexts_are_those_that_the_words_show(reader: Reader) -> None:
    [event] = events(reader, "Chad deployed soldiers to its border with Niger.")
    assert set(event.contexts) >= {"military", "territory"}


@pytest.mark.parametrize(
    "text",
    [
        "The mayor planted cedars along the river.",
        "A clerk brought a rifle into the library.",
        "The club fired its coach and beat Fiji.",
        "The senator held a rally in Utah.",
        "The minister boarded the train to Lyon.",
        "The scandal hit the minister's pockets hard.",
        "Her aunt said she would vote for the mayor.",
        "The firm charged students 900 euros.",
        "The tennis player pleaded guilty.",
        "The ferry company hung up on the minister.",
    ],
)
def test_another_sense_of_the_word_is_no_event(reader: Reader, text: str) -> None:
    assert events(reader, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Did the rebels attack the convoy?",
        "Voters do not believe that Mali attacked the convoy.",
        "The envoy hopes that Mali attacked the convoy.",
        "Mali favours expelling the envoy.",
        "Mali was the last neighbour to attack the convoy.",
        "Mali no longer urges Niger to free the miners.",
    ],
)
def test_what_is_not_told_as_a_fact_is_no_event(reader: Reader, text: str) -> None:
    assert [e for e in events(reader, text) if e.type in ("ASSAULT", "SANCTION", "REQUEST")] == []


def test_of_those_joined_in_the_passive_none_is_the_doer_and_it_is_one_event(
    reader: Reader,
) -> None:
    found = events(reader, "The consul was shot and killed near Tunis.")
    assert [event.type for event in found] == ["ASSAULT"]
    assert all(event.actors == () for event in found)
    assert all(len(event.recipients) == 1 for event in found)


def test_pronouns_that_are_not_resolved_and_reflexives_are_left_open(reader: Reader) -> None:
    [event] = events(reader, "Students barricaded themselves inside and the guards shot.")
    assert event.type == "PROTEST"
    assert event.recipients == ()


def test_the_members_of_a_group_that_meet_are_the_group(reader: Reader) -> None:
    [event] = events(reader, "The Riga Chamber, whose members met in Vilnius, elected a chairman.")
    assert [party.name for party in event.actors] == ["The Riga Chamber"]


def test_a_promise_is_of_the_one_who_repeats_it(reader: Reader) -> None:
    [event] = events(reader, "Ana Silva met Juan Mora. The premier repeated her promise.")[1:]
    assert event.type == "AGREE"
    assert len(event.actors) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The floods of protest threatened the stability of the cabinet.",
        "The minister defended his speech on Monday.",
        "The guards disarmed the gunman in the lobby.",
        "She wrote of others who cooperate with the police.",
        "People who will not cooperate with the police lose their licences.",
    ],
)
def test_things_ones_own_words_and_what_anybody_does_are_no_events(
    reader: Reader, text: str
) -> None:
    assert events(reader, text) == []


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("Peru seized Arica from Chile in 1880.", ("COERCE", "seize"), ["Chile"]),
        ("Oslo police chiefs mobilised all their forces.", ("MOBILIZE", "police"), []),
        ("Chile mobilised all its forces.", ("MOBILIZE", "troops"), []),
        ("The minister defended the governor.", ("SUPPORT", None), ["the governor"]),
    ],
)
def test_whose_it_was_and_whose_forces_they_are(
    reader: Reader, text: str, kind: tuple[str, str | None], recipients: list[str]
) -> None:
    [event] = events(reader, text)
    assert (event.type, event.mode) == kind
    assert [party.resolved or party.name for party in event.recipients] == recipients


def test_what_somebody_is_not_going_to_do_is_refused(reader: Reader) -> None:
    [event] = events(reader, "The envoy is not going to have any talks with Norway.")
    assert event.type == "REJECT"


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed when the earthquake struck Tunis.",
        "The pamphlet accuses Malta of piracy.",
        "Senator Rita Vella attacked Elio Conti in a debate.",
        "The minister wants the fishermen deported.",
        "The ministry sent a ship to repair the lines.",
        "A poll was released on Sunday by the Malta Institute.",
        "The minister declined a request for an interview.",
        "Elio Conti called the Maltese pact a mistake for all.",
        "Economists expect that Malta will cede the islands.",
        "The newspaper rounded up a sampling of recipes.",
        "The jury deliberated on Monday.",
        "Rita Vella warned voters that Elio Conti was ill.",
    ],
)
def test_what_is_no_deed_of_anybody_or_only_wished_is_no_event(reader: Reader, text: str) -> None:
    assert events(reader, text) == []


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Rebels from the hills, who kidnapped the consul, fled.", "Rebels"),
        ("Vellu, the harbour minister, condemned Tunisia.", "Vellu"),
    ],
)
def test_the_doer_is_somebody(reader: Reader, text: str, actor: str) -> None:
    [event] = events(reader, text)
    assert [party.name.split(",")[0] for party in event.actors] == [actor]


def test_those_whom_a_verb_without_its_object_tells_of_are_the_recipients(reader: Reader) -> None:
    [event] = events(reader, "The fishermen detained could be Maltese, the mayor said.")
    assert (event.type, event.actors) == ("COERCE", ())
    assert [party.name for party in event.recipients] == ["The fishermen"]


def test_who_tells_of_a_killing_did_not_do_it(reader: Reader) -> None:
    found = events(reader, "Police say a gunman opened fire in Tunis, killing two sailors.")
    assert found
    assert all("Police" not in party.name for event in found for party in event.actors)


def test_what_is_praised_or_blamed_is_not_that_of_those_it_is_aimed_at(reader: Reader) -> None:
    [event] = events(reader, "Malta supported a ban on Tunisians.")
    assert event.recipients == ()


def test_what_is_told_beside_the_future_has_not_happened(reader: Reader) -> None:
    assert events(reader, "Elio Conti will write a book after he steps down.") == []


def test_what_somebody_is_sorry_for_is_not_the_recipient(reader: Reader) -> None:
    [event] = events(reader, "Elio Conti apologised for the decision of his Tunisian envoy.")
    assert (event.type, event.recipients) == ("CONCEDE", ())
