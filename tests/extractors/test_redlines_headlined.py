"""Red lines told like headlines, ultimatums spelt out, and what is kept for whoever does it."""

from __future__ import annotations

import pytest

from extracted import drawn, lines


@pytest.mark.parametrize(
    ("text", "condition", "consequence"),
    [
        ("Clear the reef or else, Manila tells Hanoi", "Clear the reef", "or else"),
        ("Reopen the pass or face an embargo: Astana", "Reopen the pass", "face an embargo"),
        (
            "Accra’s ultimatum to Lomé ends on Sunday: return the buses or see the border closed.",
            "return the buses",
            "see the border closed",
        ),
        (
            "Gabon said it would treat any vessel fishing off Corisco without its leave as a legitimate target.",
            "any vessel fishing off Corisco without its leave",
            "legitimate target",
        ),
        (
            "Oman warned Yemen that the next Yemeni raid would be met with higher duties on its honey.",
            "the next Yemeni raid",
            "higher duties",
        ),
        (
            "Sanctions await any shipyard that repairs the ferries, a Norwegian foreign ministry official said.",
            "any shipyard",
            "Sanctions await",
        ),
        (
            "Cuban Foreign Minister Luis Prado warned Haiti that there would be no talks while it held the crew.",
            "it held the crew",
            "there would be no talks",
        ),
        (
            "The border will be shut with the next rocket, Israeli Defence Minister Dan Peretz told Syria.",
            "with the next rocket",
            "The border will be shut",
        ),
        (
            "Kazakhstan will deliver no further grain if Iran seizes another ship, Trade Minister Aru Seitova said.",
            "if Iran seizes another ship",
            "Kazakhstan will deliver no further grain",
        ),
    ],
)
def test_they_are_read(text: str, condition: str, consequence: str) -> None:
    drawn(text, condition, consequence)


@pytest.mark.parametrize(
    "text",
    [
        "Bergen: floods cut roads or worse, mayor fears",
        "Rome will sue the gallery in Lyon if it keeps the vase, Heritage Minister Ada Conti said.",
        "Malta will leave the games if the federation moves them again, its sports minister said.",
        "The Norwegian transport ministry warned airlines that they would lose their licences if flights were late.",
        "Laos will lose its timber trade if Burma jails an abbot, Foreign Minister Kham Sisay said.",
    ],
)
def test_games_museums_and_trade_draw_none(text: str) -> None:
    assert lines(text) == ()
