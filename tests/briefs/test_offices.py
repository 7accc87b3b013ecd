"""Offices and whose they are."""

from __future__ import annotations

import pytest

from sayso.briefs.offices import in_office
from sayso.model.text import Actor, Party, Role


def lund(*roles: Role) -> Actor:
    return Actor(id="lund", type="person", name="Rosa Lund", names=("Rosa Lund",), roles=roles)


@pytest.mark.parametrize(
    ("title", "of", "told"),
    [
        ("fisheries minister", "Norway", "fisheries minister of Norway"),
        ("envoy to Oslo", "Netherlands", "envoy of the Netherlands to Oslo"),
        ("spokeswoman for the Navy", "Navy of Norway", "spokeswoman for the Navy"),
        ("Norwegian envoy", "Norway", "Norwegian envoy"),
    ],
)
def test_an_office_is_told_with_whose_it_is(title: str, of: str, told: str) -> None:
    party = Party(name="Lund", actor="lund", role=title)
    found = in_office(party, {"lund": lund(Role(title=title, of=of), Role(title=title))})
    assert found.role == told


def test_nothing_is_added_to_another_office_or_where_two_states_have_it() -> None:
    party = Party(name="Lund", actor="lund", role="envoy")
    other = lund(Role(title="judge", of="Norway"))
    torn = lund(Role(title="envoy", of="Norway"), Role(title="envoy", of="Peru"))
    assert in_office(party, {"lund": other}) is party
    assert in_office(party, {"lund": torn}) is party
    assert in_office(party, {}) is party
