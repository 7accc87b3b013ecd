"""Red lines whose consequence the frame licenses, whatever its words; with near misses of each frame."""

from __future__ import annotations

import pytest

from extracted import lines
from sayso.model.ledger import RedLine


def consequence(line: RedLine) -> str:
    return " ".join(span.text for span in line.consequence.spans)


@pytest.mark.parametrize(
    ("text", "told", "warned"),
    [
        # on whom it falls
        (
            "Norwegian Fisheries Minister Ola Berg said Iceland would face exclusion from the cod talks if it raised its flag on the skerry.",
            "exclusion from the cod talks",
            "Iceland",
        ),
        (
            "If Malta moves its chancery to the divided town, it will have to reckon with the closing of the pipeline, Libyan Prime Minister Ali Saleh said.",
            "closing of the pipeline",
            "Malta",
        ),
        (
            "Chile should expect the arming of its exiles if it jails the two pilots, Peruvian Foreign Minister Ana Paz said.",
            "arming of its exiles",
            "Chile",
        ),
        (
            "Kenya will be hit with a levy on its flowers if it shelters the deserters, Ugandan army chief General Paul Okello said.",
            "levy on its flowers",
            "Kenya",
        ),
        (
            "If Oman dams the wadi, it will lose the enclave, Yemeni Interior Minister Ali Saleh said.",
            "lose the enclave",
            "Oman",
        ),
        # what is done to what is another's
        (
            "If Ghana receives the fugitives, its engineers will be kept out of the dam, Togolese Foreign Minister Kofi Mensah said.",
            "kept out of the dam",
            "Ghana",
        ),
        # what an act would be met with
        (
            "Any taxation of its barges would be met with regime change, Serbian President Ana Petrovic told Hungary.",
            "regime change",
            "Hungary",
        ),
        (
            "Kuwaiti Foreign Minister Salem Hadi warned Iraq that dredging the channel would lead to publication of the debt ledgers.",
            "publication of the debt ledgers",
            "Iraq",
        ),
        # what it would cost
        (
            "The price of arresting the consul would be the partition of the island, Cypriot President Nikos Leonidas told Turkey.",
            "partition of the island",
            "Turkey",
        ),
        (
            "Laos will suffer a freeze of the canal works for jailing the monks, Thai Foreign Minister Somchai Rattana said.",
            "freeze of the canal works",
            "Laos",
        ),
        (
            "By arresting the consul, Laos would invite the cutting of the power lines, Thai Foreign Minister Somchai Rattana said.",
            "cutting of the power lines",
            "Laos",
        ),
        (
            "Nepalese Prime Minister Bishnu Khanal warned India of the recall of its Gurkhas if it moved the border stones.",
            "recall of its Gurkhas",
            "India",
        ),
        (
            "Nepalese Prime Minister Bishnu Khanal told India to stop moving the border stones or brace for the recall of the Gurkhas.",
            "recall of the Gurkhas",
            "India",
        ),
    ],
)
def test_the_frame_licenses_whatever_it_governs(text: str, told: str, warned: str) -> None:
    (line,) = lines(text)
    assert told in consequence(line)
    assert line.warned is not None
    assert (line.warned.resolved or line.warned.name) == warned


def test_who_bears_an_answer_is_not_who_gives_it() -> None:
    (line,) = lines(
        "Finnish Trade Minister Anna Virta said Brazil would face higher tariffs if it recognised the breakaway republic."
    )
    assert line.consequence.modes == ("economic",)
    assert line.warned is not None
    assert line.warned.name in ("it", "Brazil")


@pytest.mark.parametrize(
    "text",
    [
        # what comes by itself, or is to somebody's good
        "Finnish Trade Minister Anna Virta said Brazil would face a recession if it cut its rates.",
        "Finnish Foreign Minister Anna Virta said Iceland could expect praise if it joined the pact.",
        "Any lifting of the ban would be met with relief, Serbian President Ana Petrovic told Hungary.",
        "If Ghana frees the crew, its debts will be forgiven, Togolese Foreign Minister Kofi Mensah said.",
        # who is no power
        "Chilean Labour Minister Ana Paz said consumers would face dearer bread if the mills closed.",
        # one's own
        "“We would face the loss of our markets if Peru signed it,” Chilean Trade Minister Ana Paz said.",
        # what a third one would do
        "Morocco's finance ministry warned that fencing the pastures might lead to a halt of the pipeline by Algeria.",
    ],
)
def test_what_the_frame_does_not_license(text: str) -> None:
    assert not lines(text)


@pytest.mark.parametrize(
    ("text", "told", "mode"),
    [
        # what nothing keeps somebody from, and what there will be
        (
            "Nothing would save Malta from the loss of its ferries if it sold the wreck, Libyan Prime Minister Ali Saleh said.",
            "loss of its ferries",
            None,
        ),
        (
            "There would be an invasion if Oman dammed the wadi, Yemeni Interior Minister Ali Saleh said.",
            "invasion",
            "military",
        ),
        # whom it leads to answer
        (
            "Seizing the tugs would push Peru into arming the islanders, Peruvian Foreign Minister Ana Paz told Chile.",
            "arming the islanders",
            None,
        ),
        # what is told of bearing it
        (
            "Chilean Defence Minister Ana Paz told Peru to expect appropriate steps if it dredged the bay.",
            "expect appropriate steps",
            "unspecified",
        ),
        (
            "Chilean Defence Minister Ana Paz said Peru would live to regret sheltering the mutineers.",
            "live to regret",
            "unspecified",
        ),
        (
            "All consequences arising from closing the bridge shall be borne by the Serbian side, Croatia's foreign ministry said.",
            "consequences",
            "unspecified",
        ),
        (
            "Egyptian Irrigation Minister Sherif el-Gammal advised the Ethiopian leadership to drop its plan to dredge the river, lest it face an embargo.",
            "embargo",
            "economic",
        ),
        (
            "If Ghana jails the crew, its exports will be subject to double tolls, Togolese Foreign Minister Kofi Mensah said.",
            "double tolls",
            "economic",
        ),
        (
            "If Ghana jails the crew, its rulers will no longer be recognised, Togolese Foreign Minister Kofi Mensah said.",
            "no longer be recognised",
            None,
        ),
        # zones, lists, secrets, rulers
        (
            "Syria would carve out a security strip if Iraq moved its camps, Syrian Foreign Minister Omar Hadi said.",
            "security strip",
            "military",
        ),
        (
            "“If Ghana jails the crew, we will place its banks on the sanctions list,” Togolese Foreign Minister Kofi Mensah said.",
            "sanctions list",
            "economic",
        ),
        (
            "“If Ghana jails the crew, we will publish the secret annexes,” Togolese Foreign Minister Kofi Mensah said.",
            "publish the secret annexes",
            None,
        ),
        (
            "Togolese Foreign Minister Kofi Mensah said Togo would topple the junta if Mali jailed the crew.",
            "topple the junta",
            None,
        ),
    ],
)
def test_more_frames_and_words(text: str, told: str, mode: str | None) -> None:
    (line,) = lines(text)
    assert told in consequence(line)
    assert mode is None or mode in line.consequence.modes


def test_whom_a_warning_is_for_is_who_does_it() -> None:
    (line,) = lines(
        "Kuwaiti Foreign Minister Salem Hadi warned Azerbaijan that if it sent military instructors to the front, its warships would be sunk."
    )
    assert line.warned is not None
    assert line.warned.name == "Azerbaijan"
