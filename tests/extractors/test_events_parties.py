"""Who an event is by and whom it is aimed at, in the constructions of ordinary news."""

from __future__ import annotations

import pytest

from sayso.extractors.events import extract
from sayso.model.ids import digest_id
from sayso.model.ledger import Event
from sayso.model.text import Article
from sayso.reading import Reader


def events(reader: Reader, text: str) -> list[Event]:
    digest = digest_id("article", text.encode())
    article = Article(id=digest, text_sha256=digest, language="en", text=text)
    return list(extract(reader.read_one(article)))


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        # what is asked for, complained of or refused somewhere
        ("Rita Vella called for a ban on villagers entering Malta.", []),
        ("Rita Vella requested that Elio Conti be released.", []),
        ("The guild of pilots complained to Maltese officials about the flag.", []),
        ("Elio Conti rebuffed it in Tunisia.", []),
        # whose a thing is
        ("Rita Vella lambasted the Tunisia deal.", []),
        ("The council condemned anti-Maltese speech from Elio Conti and others.", []),
        ("Malta rejected a US offer.", ["US"]),
        ("Rita Vella withheld support from Conti and Borg.", ["Conti", "Borg"]),
        # the object of a verb of asking or accusing is somebody, whatever its word
        ("Rita Vella urged the lodgers to leave.", ["the lodgers"]),
        ("The minister urged Tunisian lodgers to leave.", ["Tunisian lodgers"]),
        ("Rita Vella accused the audience of treason.", ["the audience"]),
        # several before one noun
        (
            "Guards detained the Maltese, Italian and Gozitan envoys.",
            ["the Maltese, Italian and Gozitan envoys"],
        ),
        # who stands beside somebody, whatever the noun
        (
            "A smuggler killed a Maltese sailor and a radar technician.",
            ["a Maltese sailor", "a radar technician"],
        ),
        # the object of the verb behind is this one's too; what follows a comma is none, nor what they are made
        ("Rita Vella asked Elio Conti to sing, a request that amused many.", ["Elio Conti"]),
        ("Pirates took the sailors hostage.", ["the sailors"]),
        ("Borg fled with a woman he took hostage.", ["a woman"]),
        ("We met with Elio Conti.", ["Elio Conti"]),
        ("Guards seized 14 rifles and 12 magazines.", []),
        ("Guards detained Maltese fishers as well as cargo.", ["Maltese fishers"]),
        # who is written to is asked; who is called for is not
        (
            "Rita Vella sent a letter to the Tunisian president, calling for an inquiry.",
            ["the Tunisian president"],
        ),
        (
            "The Maltese ministry wrote to the Tunisian president, asking him to wait.",
            ["the Tunisian president"],
        ),
        (
            "The minister sent notes to the Maltese ministries urging them to wait.",
            ["the Maltese ministries"],
        ),
        ("The minister reached out to two envoys, asking them to wait.", ["two envoys"]),
        ("Rita Vella called for a special envoy.", []),
        ("Rita Vella asked for help in finding Elio Conti.", []),
        ("Rita Vella called for a ban on foreigners from Tunisia.", []),
        # who does it too
        ("Rita Vella, who beside her brother carried out the attack, fled.", []),
    ],
)
def test_whom_it_is_aimed_at(reader: Reader, text: str, recipients: list[str]) -> None:
    [event] = events(reader, text)
    assert [party.name for party in event.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "“We are talking with the rebels,” the harbour guild said.",
            ["the harbour guild", "the rebels"],
        ),
        ("“We will attack Tunisia,” Maltese envoy Rita Vella said.", ["Maltese envoy Rita Vella"]),
        ("“We are helping the villagers,” Rita Vella said.", []),
        (
            "The minister sent notes to the Maltese ministries urging them to wait.",
            ["The minister"],
        ),
        ("A cook recently let go from his ferry shot a guest.", ["A cook"]),
        ("The looter was shot and wounded by Maltese guards.", ["Maltese guards"]),
        ("A cook was seen on the quay after killing a guard.", ["A cook"]),
        ("Rioters rushed the harbour, fighting with guards.", ["Rioters"]),
    ],
)
def test_we_is_who_speaks_where_that_is_settled(
    reader: Reader, text: str, actors: list[str]
) -> None:
    [event] = events(reader, text)
    assert [party.name for party in event.actors] == actors


@pytest.mark.parametrize(
    "text",
    [
        "Elio Conti is not the man who killed the sailor.",
        "Rita Vella said legalising it could feed half of the fishers of Malta.",
        "The envoy was neutral in negotiating the conflict between Malta and Tunisia.",
        "Elio Conti faces ten years when he is sentenced.",
        "“We are meeting our benchmarks,” the harbour guild said.",
        "The ministry searched its office emails.",
        "Rita Vella made a veiled attack on the Maltese campaign.",
        "The ministry was hit by an injection attack.",
        "Malta surrendered itself to the tourists.",
        "It is unacceptable that the Maltese government waits.",
        "The mayor fell silent when asked to condemn the Maltese Union.",
        "Rita Vella, who asked not to be named, left.",
        "Elio Conti pleaded guilty in May.",
        "Anyone with news of the boat is asked to call the harbour guard.",
        "Elio Conti met Rita Vella through his parents.",
        "Elio Conti was visiting an inmate then.",
        "Rita Vella visited Elio Conti in prison.",
        "A pedestrian was hit and killed by Elio Conti.",
        "It is a requirement that Maltese agencies consult fishers.",
        "Rita Vella and Elio Conti gathered for a news conference.",
        "Elio Conti made several phone calls.",
        "The firm executed a bold campaign.",
        "Rita Vella met her brother for dinner.",
        "Rita Vella, who shot to fame in Malta, left.",
        "Elio Conti bombed Rita Vella with a right hand.",
        "He told a lie that was to serve Malta.",
        "A dentist visiting Malta with his family fled.",
        "Elio Conti broke a tie with a dunk.",
        "Elio Conti was pounded in the corner.",
        "Every voter who requests a Maltese ballot gets a letter.",
        "Neither Rita Vella nor Elio Conti has asked for talks.",
    ],
)
def test_what_is_denied_named_or_meant_otherwise_is_no_event(reader: Reader, text: str) -> None:
    assert events(reader, text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Elio Conti is not the only man who killed a sailor.", ("ASSAULT", None)),
        ("Riot police fired volleys of teargas at masked youths.", ("ASSAULT", "crowd-control")),
        ("Elio Conti fired back at the ministry over the budget.", ("ACCUSE", "disapprove")),
        ("Rita Vella backed away from the Maltese plan.", ("CONCEDE", None)),
    ],
)
def test_the_sense_of_a_verb_is_told_by_what_stands_beside_it(
    reader: Reader, text: str, kind: tuple[str, str | None]
) -> None:
    [event] = events(reader, text)
    assert (event.type, event.mode) == kind


def test_an_idea_that_something_was_done_does_not_tell_it(reader: Reader) -> None:
    found = events(reader, "Rita Vella dismissed the idea that she had struck a deal with Tunisia.")
    assert [event.type for event in found] == ["REJECT"]


def test_a_party_that_is_held_is_no_one(reader: Reader) -> None:
    [event] = events(reader, "A guest opened fire at a wedding party.")
    assert (event.actors[0].name, event.recipients) == ("A guest", ())


def test_verbs_that_stand_together_share_their_object(reader: Reader) -> None:
    found = events(reader, "Maltese police have arrested and charged Elio Conti.")
    assert [(one.type, one.recipients[0].name) for one in found] == [
        ("COERCE", "Elio Conti"),
        ("ACCUSE", "Elio Conti"),
    ]


def test_a_deed_told_on_has_the_doer_that_the_sentence_named(reader: Reader) -> None:
    found = events(reader, "A cook shot three fishers, police said - the women were shot at noon.")
    assert [one.actors[0].name for one in found] == ["A cook", "A cook"]
    found = events(reader, "A cook shot three fishers, police said - a guard was shot at noon.")
    assert [len(one.actors) for one in found] == [1, 0]
