"""Tellings behind other tellings, papers that no book knows, and who saw a document."""

from __future__ import annotations

import pytest

from sayso.reading import Reader
from tellings import chains, told

SHUT = "the mill was shut"


@pytest.mark.parametrize(
    ("text", "chain", "content"),
    [
        (
            f"Ivo Lund said {SHUT}, the Interfax news agency reported.",
            "the Interfax news agency reports > Ivo Lund says",
            SHUT,
        ),
        (
            f"Ivo Lund confirmed that {SHUT}, TASS reported, Reuters writes.",
            "Reuters reports > TASS reports > Ivo Lund says",
            f"that {SHUT}",
        ),
        (
            f"He confirmed that {SHUT}, NHK reported on Friday.",
            "NHK reports > He says",
            f"that {SHUT}",
        ),
        (
            f"Ivo Lund said that {SHUT}, TASS quoted him as saying.",
            "TASS cites > Ivo Lund says",
            f"that {SHUT}",
        ),
        (
            f"A baker warned that {SHUT}, AFP news agency reports.",
            "AFP news agency reports > A baker says",
            f"that {SHUT}",
        ),
        (
            f"Ivo Lund said that {SHUT}, the state-run IRNA agency reported, citing Interfax.",
            "the state-run IRNA agency cites > Interfax reports > Ivo Lund says",
            f"that {SHUT}",
        ),
        (
            f"A baker said, according to the state-run IRNA agency, that {SHUT}.",
            "the state-run IRNA agency reports > A baker says",
            f"that {SHUT}",
        ),
    ],
)
def test_tails_hold_the_telling_before_them(
    reader: Reader, text: str, chain: str, content: str
) -> None:
    assert (chain, content) in chains(reader, text)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (f"The Daily Beacon quoted baker Ivo Lund as saying {SHUT}.", "The Daily Beacon cites"),
        (f"Ivo Lund was quoted in the Beacon as saying {SHUT}.", "the Beacon cites"),
        (f"Ivo Lund told the BBC's Harvest programme that {SHUT}.", "the BBC's Harvest programme"),
        (f"Speaking to Radio Lisvane, Ivo Lund said {SHUT}.", "Radio Lisvane cites"),
        (f"In an interview on the station Radio Lys, the baker said {SHUT}.", "the station Radio"),
        (f"Letters obtained by the Daily Beacon show that {SHUT}.", "the Daily Beacon cites"),
        (f"Ivo Lund said {SHUT}. He made the remarks in an interview with Kyodo.", "Kyodo cites"),
        (f"Ivo Lund said {SHUT}. He was speaking to Kyodo.", "Kyodo cites"),
        (f"In a letter to the mayor, seen by AFP, the baker said {SHUT}.", "AFP cites"),
        (f"In a memo to bakers, which was leaked to AFP, Ivo Lund said {SHUT}.", "AFP cites"),
        (f"Ivo Lund told bakers in an email seen by AFP that {SHUT}.", "AFP cites"),
        (f"A memo shared with AFP says {SHUT}.", "AFP cites"),
        ("The mill will close, a baker who has seen the memo told AFP.", "AFP cites"),
        (f"{SHUT.capitalize()}, AFP reported. It cited a letter from the bakers.", "AFP cites"),
    ],
)
def test_newsrooms_before_the_speaker(reader: Reader, text: str, chain: str) -> None:
    (found,) = chains(reader, text)
    assert found[0].startswith(chain)
    assert found[0].count(">") == 1


def test_a_subject_taken_for_a_hearer_stays_with_its_clause(reader: Reader) -> None:
    (one,) = told(reader, "Ivo Lund warned his town had no plans to pay.")
    assert [span.text for span in one.content] == ["his town had no plans to pay"]
    assert one.addressees == ()


def test_a_list_is_no_statement(reader: Reader) -> None:
    assert told(reader, "They included: three bakers, two millers and a cook who had left.") == ()


def test_a_paper_called_after_what_it_prints_speaks_for_itself(reader: Reader) -> None:
    text = "In May The Lisvane Post reported that the leak had made Lisvane a larger town for Peru than Lima."
    ((chain, _),) = chains(reader, text)
    assert chain == "The Lisvane Post reports"
