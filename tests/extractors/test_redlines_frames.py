"""Red lines by the frames that carry a condition and its answer, by those who speak for a power, and near misses."""

from __future__ import annotations

import pytest

from extracted import drawn, lines, only
from golden.sides import name

SAID = "Peruvian Foreign Minister Ana Paz said"


@pytest.mark.parametrize(
    ("text", "condition", "consequence"),
    [
        (
            f"Peru will shut the pass in case Chile dams the river, {SAID}.",
            "Chile dams the river",
            "shut the pass",
        ),
        (
            f"Peru could stop selling copper in case Chile withdraws the permit of the mine, {SAID}.",
            "Chile withdraws the permit of the mine",
            "stop selling copper",
        ),
        (
            f"Peru will shut the pass in the event of Chile damming the river, {SAID}.",
            "Chile damming the river",
            "shut the pass",
        ),
        (
            f"Peru will keep the pass closed as long as Chile holds the pilots, {SAID}.",
            "Chile holds the pilots",
            "keep the pass closed",
        ),
        (
            f"Peru will keep the pass closed until Chile frees the pilots, {SAID}.",
            "until Chile frees the pilots",
            "keep the pass closed",
        ),
        (
            f"Peru stands ready to shut the pass if Chile dams the river, {SAID}.",
            "if Chile dams the river",
            "shut the pass",
        ),
        (
            f"Peru is prepared to expel the envoy if Chile dams the river, {SAID}.",
            "if Chile dams the river",
            "expel the envoy",
        ),
        (
            f"Either Chile frees the pilots or Peru will shut the pass, {SAID}.",
            "Chile frees the pilots",
            "shut the pass",
        ),
        (
            "Peru gave Chile until Friday to free the pilots, after which it will shut the pass.",
            "to free the pilots",
            "it will shut the pass",
        ),
        (
            "Peru urged Chile to free the pilots and threatened to shut the pass.",
            "to free the pilots",
            "shut the pass",
        ),
        (
            "Peru demanded that Chile free the pilots and threatened to shut the pass otherwise.",
            "Chile free the pilots",
            "shut the pass",
        ),
        (
            "Peru urged Chile to free the pilots, warning that it would shut the pass if it did not.",
            "if it did not",
            "it would shut the pass",
        ),
        (
            f"Peru would consider the damming of the river an act of war, {SAID}.",
            "the damming of the river",
            "an act of war",
        ),
        (
            f"Peru would expel the envoy in response to a raid on the pass, {SAID}.",
            "a raid on the pass",
            "expel the envoy",
        ),
        (
            f"The cargo of any ship that lands there without leave will be seized, {SAID}.",
            "any ship that lands there without leave",
            "will be seized",
        ),
        (
            f"“Whoever opens the pass to Chile,” {SAID} on Friday, “will be treated as an enemy.”",
            "Whoever opens the pass to Chile",
            "will be treated as an enemy",
        ),
        (
            f"Peru could stop buying copper from Chile if the new duties came into force, {SAID}.",
            "if the new duties came into force",
            "stop buying copper",
        ),
        (
            f"The only way for Chile to avoid a ban on its wine is to free the pilots, {SAID}.",
            "to free the pilots",
            "a ban on its wine",
        ),
        (
            f"“Any raid on our mines will be answered by all means at our disposal,” {SAID}.",
            "Any raid on our mines",
            "will be answered by all means",
        ),
        (
            "Peru told Chile to free the pilots or see its border closed.",
            "to free the pilots",
            "see its border closed",
        ),
    ],
)
def test_frames(text: str, condition: str, consequence: str) -> None:
    drawn(text, condition, consequence)


@pytest.mark.parametrize(
    ("text", "warner"),
    [
        ("The Bosnian Serb parliament said it would retaliate if Austria acted.", "parliament"),
        (
            "Libya’s eastern-based parliament said it would halt exports if Turkey sent troops.",
            "parliament",
        ),
        ("The junta in Niamey said it would expel the envoy if France did not leave.", "junta"),
        (
            "Rebels of the March 23 Movement said they would march on Goma unless Burundi left.",
            "Rebels",
        ),
        (
            "China will retaliate if the tariffs take effect, its commerce ministry said.",
            "ministry",
        ),
        (
            "The Danish-led coalition told Houthi forces to leave the port or face air strikes.",
            "coalition",
        ),
        (
            "Peru’s parliament speaker, Ana Paz, said Peru would retaliate if Chile dammed the river.",
            "Ana Paz",
        ),
        (
            "France’s minister delegate for trade, Ana Paz, said Britain would pay a price if it shut the port.",
            "Ana Paz",
        ),
        (
            "“We will strike back if Chile attacks,” the council chairman, Ana Paz, warned.",
            "Ana Paz",
        ),
        (
            "A senior Hezbollah official said the group would retaliate if Israel struck Tyre.",
            "official",
        ),
        (
            "NATO allies would retaliate if Russia cut the cable, Estonian Defence Minister Ana Paz said.",
            "Ana Paz",
        ),
        (
            "Peru’s central bank governor Ana Paz said the bank would block transfers to Chile if Chile kept the gold.",
            "Ana Paz",
        ),
    ],
)
def test_who_speaks_for_a_power(text: str, warner: str) -> None:
    assert warner in name(only(text).warner)


def test_those_warned_may_be_several_states() -> None:
    line = only(
        "Iran’s foreign ministry warned European countries against triggering the sanctions."
    )
    assert name(line.warned) == "European countries"


def test_a_bare_warning_joins_what_the_same_state_goes_on_to_threaten() -> None:
    line = only(
        "Peru warned Chile on Monday not to dam the river. “If it does, we will shut the pass,” said "
        "Ana Paz, head of the parliament’s security commission."
    )
    assert name(line.warner) == "Ana Paz"
    assert name(line.warned) == "Chile"


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        (f"Peru will close the border with Chile if the wells are dug again, {SAID}.", "Chile"),
        (f"Another raid on the mines would cost Chile the last of its friends, {SAID}.", "Chile"),
        # who is to be helped is not warned, nor is the ground of it
        (f"If the coast of Chile is attacked, Peru will defend Chile, {SAID}.", ""),
    ],
)
def test_whom_the_answer_falls_on_is_warned_where_nobody_is_said_to_act(
    text: str, warned: str
) -> None:
    assert name(only(text).warned) == warned


@pytest.mark.parametrize(
    "text",
    [
        # what another's group or bloc would do is foretold
        "A Danish minister said the group would retaliate if Israel struck Tyre.",
        "NATO would retaliate if Serbia cut the cable, Peruvian Defence Minister Ana Paz said.",
        # what one is ready to do is no harm
        f"Peru stands ready to open the granaries if the harvest in Chile fails, {SAID}.",
        # what is asked, and what is promised beside it
        "Peru urged Chile to free the pilots and promised to open the pass.",
        # what had to be done already
        "Peru urged Chile to free the pilots and closed the pass.",
        f"Peru would send a mission in response to a request by Chile, {SAID}.",
        f"Peru will keep the pass closed until the snow melts, {SAID}.",
        # what an agency foretells, and what a state's enemies would do
        "Millions in Sudan will go hungry if donors do not pay, the World Food Programme warned.",
        "If Kenya leaves, al-Shabaab will retake the coast, Somali Defence Minister Ana Paz said.",
    ],
)
def test_near_misses(text: str) -> None:
    assert not lines(text)
