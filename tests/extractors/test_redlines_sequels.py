"""Red lines of orders with an "or", wherever the parser hangs it, and of what the next sentence sets on a demand."""

from __future__ import annotations

import pytest

from extracted import drawn, lines


@pytest.mark.parametrize(
    ("text", "condition", "consequence"),
    [
        (
            "Peruvian Foreign Minister Elsa Quispe called on Chile to refrain from dredging the old harbour or its trawlers would be towed away.",
            "refrain from dredging the old harbour",
            "its trawlers would be towed away",
        ),
        (
            "Omani Defence Minister Said Harthy told Yemen in the plainest terms not to mine the bay or risk punitive duties.",
            "not to mine the bay",
            "risk punitive duties",
        ),
        (
            "Ghanaian Interior Minister Kofi Mensah told Togo to shelve the planned eviction of the traders in the north or brace for visa bans.",
            "to shelve the planned eviction of the traders in the north",
            "brace for visa bans",
        ),
        (
            "Albania must not jam the radars or its ferries will be impounded, according to Greek government spokesman Nikos Vlahos.",
            "Albania must not jam the radars",
            "its ferries will be impounded",
        ),
        (
            "Kenyan government spokeswoman Ruth Wanjiru said Uganda had a choice: stop taxing the lorries or accept a closed frontier.",
            "stop taxing the lorries",
            "accept a closed frontier",
        ),
        (
            "Estonia was given a fortnight by Russia's Security Council to cease boarding the tankers or face a heavy price.",
            "to cease boarding the tankers",
            "face a heavy price",
        ),
        (
            "“Sweden better not sell those gliders, or else!” Norwegian Trade Minister Siri Dahl wrote.",
            "Sweden better not sell those gliders",
            "or else",
        ),
        (
            "“Let Muscat stop feeding the rebels, or its tankers will be sunk,” Yemeni army spokesman Ali Saleh said.",
            "Muscat stop feeding the rebels",
            "its tankers will be sunk",
        ),
    ],
)
def test_what_follows_the_or_of_an_order_is_threatened(
    text: str, condition: str, consequence: str
) -> None:
    drawn(text, condition, consequence)


@pytest.mark.parametrize(
    ("text", "condition", "consequence"),
    [
        (
            "Chilean Defence Minister Ana Soto urged Peru on Friday to refrain from arming the ferries. Otherwise, Soto added, it will be left alone at its own summit.",
            "refrain from arming the ferries",
            "it will be left alone at its own summit",
        ),
        (
            "Iraq must give up damming the river, Turkish Foreign Minister Emre Kaya told state radio. Or else, Kaya said, its oil will find no port.",
            "Iraq must give up damming the river",
            "its oil will find no port",
        ),
        (
            "Seoul has told Tokyo to desist from naming the rocks. If not, their bands will be sent home, South Korean Foreign Minister Han Ji-woo said.",
            "desist from naming the rocks",
            "their bands will be sent home",
        ),
        (
            "Egyptian Foreign Minister Hany Sabry advised Sudan against opening the sluices. Doing so, Sabry said, would bring a crushing blow.",
            "opening the sluices",
            "would bring a crushing blow",
        ),
        (
            "Malta's Foreign Ministry has called on Tunis to abandon the purchase of the rockets. Failure to do so, it said, would result in closed ports.",
            "abandon the purchase of the rockets",
            "closed ports",
        ),
        (
            "Croatian President Ivo Matic demanded that Slovenia immediately cease netting the bay, failing which Croatia would close the border.",
            "cease netting the bay",
            "Croatia would close the border",
        ),
        (
            "Omani Defence Minister Said Harthy advised Yemen to think again about mining the bay, otherwise it will pay dearly.",
            "mining the bay",
            "it will pay dearly",
        ),
        (
            "Mongolian Defence Minister Bat Erdene said talks could go on provided China stopped mapping the rocks; otherwise, its harbours will be mined.",
            "China stopped mapping the rocks",
            "its harbours will be mined",
        ),
        (
            "Kenya's Agriculture Ministry demanded an end to the felling of the cedars. Should Kampala ignore the demand, the statement went on, Kenya would shut down the depots.",
            "the felling of the cedars",
            "Kenya would shut down the depots",
        ),
        (
            "“India knows our position on storming of the shrine. It also knows that we will recall our envoy if that position is ignored,” Nepalese Prime Minister Hari Khanal said.",
            "storming of the shrine",
            "we will recall our envoy",
        ),
        (
            "Chisinau has been given until Monday by Russian Defence Minister Oleg Petrov to stop seizing barges; after that, its embassy will be closed.",
            "stop seizing barges",
            "its embassy will be closed",
        ),
        (
            "Laotian Foreign Minister Bounmy Keo asked Thailand once more not to lease the islet. The alternative, Keo said, was war.",
            "lease the islet",
            "war",
        ),
        (
            "“There is still time for Kuwait to withdraw the survey ships. When that time runs out, the pier will be shelled,” Iraqi Oil Minister Adel Jabbar said.",
            "withdraw the survey ships",
            "the pier will be shelled",
        ),
    ],
)
def test_what_the_next_sentence_sets_on_a_demand_is_threatened(
    text: str, condition: str, consequence: str
) -> None:
    drawn(text, condition, consequence)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor told the grocers to sell gloves or face masks.",
        "Norwegian Fisheries Minister Siri Dahl urged anglers to wear vests. Otherwise, Dahl said, lives will be lost.",
        "Norwegian Health Minister Siri Dahl asked Sweden to share its vaccines. The alternative, Dahl said, was to buy them.",
    ],
)
def test_advice_to_everybody_and_what_one_does_else_is_none(text: str) -> None:
    assert lines(text) == ()
