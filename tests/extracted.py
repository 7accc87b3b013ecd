"""What the extractors find in a short English text without a title, put briefly; a text is read once.

Red lines are those of the rules alone: what weights add to them, tests/extractors/test_redlines_tagged.py shows.
"""

from __future__ import annotations

from functools import cache

from golden.deals import read
from golden.legs import tell_leg
from golden.lines import joined
from golden.sides import name
from loaded import loaded
from sayso.extractors import redlines
from sayso.extractors import transfers as of_transfers
from sayso.model.ledger import RedLine, Transfer


@cache
def lines(text: str) -> tuple[RedLine, ...]:
    """The red lines that rules find, in text order."""
    return tuple(redlines.extract(read(loaded(tagging=False), text)))


def only(text: str) -> RedLine:
    """The one red line that there is."""
    [line] = lines(text)
    return line


def drawn(text: str, condition: str, consequence: str) -> RedLine:
    """The one red line that there is: these words stand in its parts."""
    line = only(text)
    assert condition in joined(line.condition.spans), text
    assert consequence in joined(line.consequence.spans), text
    return line


@cache
def transfers(text: str) -> tuple[Transfer, ...]:
    """The transfers, in text order."""
    return tuple(of_transfers.extract(read(loaded(), text)))


def legs(text: str) -> list[str]:
    """The transfers as golden lines: ``sale: Italy > Malta | howitzers | contracted | contracted``."""
    return [tell_leg(one) for one in transfers(text)]


def sides(text: str) -> list[tuple[str, str]]:
    """Each transfer's supplier and recipient by full name; '' where one is open."""
    return [(name(one.supplier), name(one.recipient)) for one in transfers(text)]


def told(text: str) -> list[str]:
    """The transfers as golden lines as far as the weapon: ``sale: Italy > Malta | howitzers``."""
    return [" | ".join(one.split(" | ")[:2]) for one in legs(text)]
