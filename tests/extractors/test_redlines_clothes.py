"""Red lines by the clothes of their condition and by the ways of leaving, ending and denying; with near misses."""

from __future__ import annotations

import pytest

from extracted import lines

SAID = "Peruvian Foreign Minister Ana Paz said"


@pytest.mark.parametrize(
    ("words", "condition"),
    [
        # what is owed and is not there
        (
            "In the absence of an apology from Chile, Peru will shut the pass",
            "In the absence of an apology from Chile",
        ),
        ("Absent an apology from Chile, Peru will shut the pass", "an apology from Chile"),
        ("Barring an apology from Chile, Peru will shut the pass", "an apology from Chile"),
        (
            "Failing an apology from Chile by Friday, Peru will shut the pass",
            "an apology from Chile",
        ),
        ("Short of an apology from Chile, Peru will shut the pass", "an apology from Chile"),
        # what shows that it has begun
        (
            "At the first sign of a Chilean landing, Peru will shut the pass",
            "At the first sign of a Chilean landing",
        ),
        ("At the first shot from Chile, Peru will shut the pass", "At the first shot from Chile"),
        ("At the slightest provocation by Chile, Peru will shut the pass", "provocation by Chile"),
        ("Following any Chilean landing, Peru will shut the pass", "any Chilean landing"),
        ("Peru will shut the pass upon any change to the border", "any change to the border"),
        # a time, and only then
        ("The moment a Chilean court jails the pilot, Peru will shut the pass", "court jails"),
        ("From the day Chile sells the ships, Peru will shut the pass", "Chile sells the ships"),
        ("If and when Chile sells the ships, Peru will shut the pass", "If and when Chile sells"),
        ("Only when Chile frees the crew will Peru reopen the border", "when Chile frees the crew"),
        ("Peru will reopen the border only after Chile frees the crew", "Chile frees the crew"),
        # an order, a dare, a next time, with a name behind the "or" or "and"
        ("Chile has to free the crew or Peru will shut the pass", "to free the crew"),
        ("Chile needs to free the crew, or Peru will shut the pass", "to free the crew"),
        ("Chile had better free the crew or Peru will shut the pass", "better free the crew"),
        ("Chile has until Friday to free the crew or Peru will shut the pass", "to free the crew"),
        ("Sell the ships and Peru will shut the pass", "Sell the ships"),
        ("Another sale of ships and Peru will shut the pass", "Another sale of ships"),
        # what will surely follow, and the way out
        ("The seizure of the crew is bound to be answered", "The seizure of the crew"),
        ("The seizure of the crew is sure to bring reprisals", "The seizure of the crew"),
        ("The only way for Chile to avoid losing its funds is to repeal the law", "repeal the law"),
        # those who might do it
        ("Countries that arm the rebels will lose access to the ports of Peru", "arm the rebels"),
    ],
)
def test_the_condition_is_read_in_its_clothes(words: str, condition: str) -> None:
    [found] = lines(f"{words}, {SAID}.")
    assert condition in " ".join(span.text for span in found.condition.spans)


@pytest.mark.parametrize(
    ("consequence", "mode"),
    [
        # what one feels free, or is left, to do
        ("Peru would feel obliged to shut its ports", "territorial"),
        ("Peru would feel free to shut its ports", "territorial"),
        ("Peru would be justified in shutting its ports", "territorial"),
        ("nothing would stop Peru from shutting its ports", "territorial"),
        ("Peru would not rule out boarding its tankers", "military"),
        ("Peru would demand European sanctions", "economic"),
        # whom one shows out, and what one takes away
        ("Peru would show the ambassador the door", "diplomatic"),
        ("its ambassador would leave Santiago", "diplomatic"),
        ("Peru would put tariffs on Chilean fruit", "economic"),
        ("Peru would take its business elsewhere", "economic"),
        ("Peru would look again at its order of Chilean planes", "economic"),
        ("Peru would no longer feel bound by the treaty", "diplomatic"),
        ("Peru would consider the treaty void", "diplomatic"),
        ("the treaty would be put on ice", "diplomatic"),
        ("the pact would be allowed to lapse", "diplomatic"),
        ("Peru would no longer observe the truce", "military"),
        ("no Chilean trawler would be allowed into its ports", "territorial"),
        ("Chilean trawlers would be refused entry", "territorial"),
        ("Chilean trawlers would find its ports closed", "unspecified"),
        ("Peru would resume loudspeaker broadcasts", "military"),
        ("Chile would not see a cent of the loan", "economic"),
        ("Chile would be out of the league", "diplomatic"),
    ],
)
def test_the_answer_is_read(consequence: str, mode: str) -> None:
    [found] = lines(f"If Chile seized the islet, {consequence}, {SAID}.")
    assert found.consequence.modes == (mode,)


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ("Admitting Chile to the league would mean the departure of Peru", "unspecified"),
        ("A second raid would lead to the closure of the embassies", "diplomatic"),
        ("Selling the ships would cost Chile its seat in the council", "unspecified"),
    ],
)
def test_what_an_act_would_bring_is_an_answer(words: str, mode: str) -> None:
    [found] = lines(f"{words}, {SAID}.")
    assert found.consequence.modes == (mode,)


@pytest.mark.parametrize(
    "words",
    [
        # another's answer, and what another's firms do
        "Ecuador would be free to close its ports if Chile sold the ships",
        "Nothing would stop Ecuador from closing its ports if Chile sold the ships",
        # nothing follows
        "Chile has to sell the ships or the barges",
        "Chile needs to mend the pier or the bridge",
        # nothing is owed, or no act has begun
        "Without rain, Peru will close its pools",
        "In the absence of wind, Peru will close the race",
        "At the first meeting with Chile, Peru will sign the treaty",
        "On the day of the vote Peru will close its schools",
        # a kindness, and what harms nobody
        "Peru does not rule out helping Chile if the harvest fails",
        "Peru will open the pass only when the snow melts",
        "If and when Chile asks, Peru will send doctors",
        "Peru would feel free to cheer if Chile won the cup",
    ],
)
def test_near_misses_are_none(words: str) -> None:
    assert lines(f"{words}, {SAID}.") == ()
