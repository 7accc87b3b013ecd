"""One person in several articles, and two people who are easily taken for one."""

from __future__ import annotations

from itertools import permutations

import pytest

from collate.ledgers import Desk, an_actor
from sayso.books.roles import load_roles
from sayso.collate.actors import Cast, join_actors
from sayso.model.reading import Ledger
from sayso.model.text import Actor


def each_in_an_article(*actors: Actor) -> list[Ledger]:
    return [
        Desk(f"{actor.name} spoke.", path=str(number)).knows(actor).ledger()
        for number, actor in enumerate(actors)
    ]


def join(*actors: Actor) -> Cast:
    return join_actors(each_in_an_article(*actors), load_roles())


def people(*actors: Actor) -> list[str]:
    return sorted(actor.name for actor in join(*actors).actors.values())


def test_two_spellings_of_one_country_are_joined() -> None:
    left = an_actor("Aleksey Zinovyev", country="KAZ", office="ambassador")
    right = an_actor("Alexei Zinoviev", country="KAZ")
    cast = join(left, right)
    [actor] = cast.actors.values()
    assert {left.id, right.id} == set(cast.joined)
    assert {actor.name, *actor.names} == {"Aleksey Zinovyev", "Alexei Zinoviev"}
    [judgement] = cast.judgements
    assert (judgement.verdict, judgement.author) == ("same", "collate.actors")
    assert {judgement.left, judgement.right} == {left.id, right.id}
    assert "surname" in judgement.reason


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (an_actor("Arman Bekov", country="KAZ"), an_actor("Arman Bekov", country="KGZ")),
        (an_actor("Arman Bekov", country="KAZ"), an_actor("Timur Bekov", country="KAZ")),
        (an_actor("Bekov", country=None), an_actor("Timur Bekov", country="KAZ")),
        (
            an_actor("Bekov", country="KAZ", office="envoy"),
            an_actor("Timur Bekov", country="KAZ", office="judge"),
        ),
    ],
)
def test_a_conflict_keeps_two_people_apart_and_says_why(left: Actor, right: Actor) -> None:
    cast = join(left, right)
    assert len(cast.actors) == 2
    assert [judgement.verdict for judgement in cast.judgements] == ["different"]


def test_officials_of_one_ministry_with_other_names_are_not_even_judged() -> None:
    left = an_actor("Arman Bekov", country="KAZ", office="official")
    right = an_actor("Dana Seitova", country="KAZ", office="official")
    cast = join(left, right)
    assert len(cast.actors) == 2
    assert cast.judgements == ()


def test_what_stands_behind_a_surname_is_no_surname() -> None:
    left = an_actor("Amos T. Grell Jr.", country="USA")
    right = an_actor("Abel Ormond, Jr", country="USA")
    assert join(left, right).judgements == ()
    assert len(join(left, an_actor("Amos Grell", country="USA")).actors) == 1


def test_a_surname_that_fits_two_people_is_joined_to_neither() -> None:
    sato, kenji, yuko = (
        an_actor(name, country="JPN") for name in ("Sato", "Kenji Sato", "Yuko Sato")
    )
    for order in permutations((sato, kenji, yuko)):
        assert people(*order) == ["Kenji Sato", "Sato", "Yuko Sato"]


def test_states_and_agencies_are_never_joined_by_name() -> None:
    left = an_actor("Georgia", "state", country="GEO")
    right = an_actor("Georgia", "organisation", country="GEO")
    assert join(left, right).judgements == ()
