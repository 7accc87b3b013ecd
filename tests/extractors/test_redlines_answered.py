"""Red lines whose consequence no book knows: a deed set upon an unkind act of another answers it."""

from __future__ import annotations

import pytest

from extracted import lines


@pytest.mark.parametrize(
    ("text", "consequence"),
    [
        (
            "Laos will unplug the turbines if Burma jails another monk, Foreign Minister Kham Sisay said.",
            "Laos will unplug the turbines",
        ),
        (
            "“We will gut the customs deal if they chase our herders,” Nigerien Defence Minister Issa Oumar said.",
            "We will gut the customs deal",
        ),
        (
            "Should Peru bulldoze the shrine, Chile would evict the archaeologists, President Ana Paz said.",
            "Chile would evict the archaeologists",
        ),
        (
            "Oman will scuttle the barges unless Yemen hands over the pilots, its foreign minister said.",
            "Oman will scuttle the barges",
        ),
        (
            "“If Serbia storms the customs post, we will not forgive it,” Kosovan Prime Minister Arta Gashi said.",
            "we will not forgive it",
        ),
    ],
)
def test_a_deed_upon_an_unkind_act_is_an_answer(text: str, consequence: str) -> None:
    [found] = lines(text)
    assert " ".join(span.text for span in found.consequence.spans) == consequence


@pytest.mark.parametrize(
    "text",
    [
        # a deed for somebody's good, or what only befalls one
        "Laos will feed the monks if Burma jails another abbot, Foreign Minister Kham Sisay said.",
        "Laos will lose its timber trade if Burma jails another abbot, Foreign Minister Kham Sisay said.",
        "“If Serbia storms the post, we will assemble doctors,” Kosovan Prime Minister Arta Gashi said.",
        "Peru will dredge a harbour of its own if Chile jails the fishermen, President Ana Paz said.",
        # a kind act, or nobody's
        "Laos will repaint the bridge if Burma joins the pact, Foreign Minister Kham Sisay said.",
        "Laos will unplug the turbines if the rains come late, Foreign Minister Kham Sisay said.",
        "Laos will unplug the turbines if Burma's harvest rots, Foreign Minister Kham Sisay said.",
        "Laos will unplug the turbines if the miners walk off, Foreign Minister Kham Sisay said.",
        "Laos will unplug the turbines if Shell pollutes the lake, Foreign Minister Kham Sisay said.",
        # what will not be done, is denied, or is a limit of one's own
        "“We will not flood the pits if Chile jails the crew,” Peruvian President Ana Paz said.",
        "Peru never said that it would flood the pits if Chile jailed the crew, President Ana Paz said.",
        "Oman will not sign the accord unless Yemen hands over the pilots, its foreign minister said.",
        # another's deed
        "Bolivia will flood the pits if Chile jails the crew, Peruvian President Ana Paz said.",
    ],
)
def test_other_deeds_are_none(text: str) -> None:
    assert lines(text) == ()
