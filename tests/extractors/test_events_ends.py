"""Both ends of an event where they stand further from it: below its object, behind a participle, in another clause."""

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
        # below what it is done to
        ("The rebels shelled a house in the Maltese town of Sliema.", ["Maltese"]),
        ("Malta put its navy on high alert along the border with Tunisia.", ["Tunisia"]),
        ("Rita Vella announced a suspension of ferry links with Tunisia.", ["Tunisia"]),
        ("Malta moved artillery closer to the Tunisian border.", ["Tunisian"]),
        # who made it, by a participle
        ("Malta turned down an offer made by Tunisia.", ["Tunisia"]),
        ("Malta turned down an offer of loans made by Tunisian bankers.", ["Tunisian bankers"]),
        # with whom, behind what it is about
        ("Malta shared data about the wreck with Tunisia.", ["Tunisia"]),
        ("Malta extradited a banker to Tunisia.", ["Tunisia"]),
        # what is announced has the ends of what is done
        ("Malta said it would withdraw its soldiers from Tunisia.", ["Tunisia"]),
        # at whom it is aimed
        ("Rita Vella lashed out at the envoy over the ferry.", ["the envoy"]),
        # what stands behind a comma says more of them
        ("Malta was still refusing visas to Tunisians, by far the largest group.", ["Tunisians"]),
        # an occasion is nobody
        ("Gunmen opened fire at a birthday party in Sliema.", ["Sliema"]),
        # a name ends before what joins it to a thing
        ("Commandos seized 12 Tunisian nationals as well as arms.", ["12 Tunisian nationals"]),
        # what is promised stands below "continue"
        ("Rita Vella promised to continue supporting Tunisia.", ["Tunisia"]),
        # a demand whose clause stands apart
        ("Malta renewed its demand on Monday that Tunisia release the crew.", ["Tunisia"]),
    ],
)
def test_whom_it_is_aimed_at(reader: Reader, text: str, recipients: list[str]) -> None:
    [event] = events(reader, text)
    assert [party.name for party in event.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Dockers marched through Sliema, denouncing the Tunisian envoy.", ["the Tunisian envoy"]),
        ("Students demonstrated in Sliema, calling for talks in Tunisia.", []),
    ],
)
def test_a_protest_is_against_those_whom_it_asks_or_blames(
    reader: Reader, text: str, recipients: list[str]
) -> None:
    found = [one for one in events(reader, text) if one.type == "PROTEST"]
    assert [[party.name for party in one.recipients] for one in found] == [recipients]


def test_a_group_of_several_tells_of_itself_as_they(reader: Reader) -> None:
    [event] = events(reader, "A group of nurses said they will help the fishermen.")
    assert [party.name for party in event.actors] == ["A group of nurses"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Malta was not ready to talk with the rebels, its envoy said.", ("REJECT", "meet")),
        ("Fifty Irish peacekeepers arrived in Malta.", ("AID", None)),
        ("Malta sent three lorries with blankets to the Tunisian villages.", ("AID", None)),
        ("Malta withdrew its peacekeeping force from Tunisia.", ("SANCTION", "withdraw")),
    ],
)
def test_what_stands_beside_tells_the_sense(
    reader: Reader, text: str, kind: tuple[str, str | None]
) -> None:
    [event] = events(reader, text)
    assert (event.type, event.mode) == kind


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Malta demanded that its neighbours refuse a visa to the envoy.", ["REQUEST"]),
        ("Rita Vella wants the crew freed and the guards disarmed.", []),
        ("The mayor spoke of private donor groups that support Rita Vella.", []),
        # what one does to oneself, but for a suicide bomber
        ("Elio Conti spent two weeks torturing himself over the choice.", []),
        ("A bomber blew himself up at a Maltese post.", ["ASSAULT"]),
        # a private visit
        ("A man who was visiting another inmate fled.", []),
    ],
)
def test_what_is_wanted_usual_or_private_is_not_told_as_done(
    reader: Reader, text: str, types: list[str]
) -> None:
    assert [event.type for event in events(reader, text)] == types
