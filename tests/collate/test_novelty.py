"""What an article brings: the Caveat of one that only repeats, and what is enough to be spared it."""

from __future__ import annotations

from collate.deals import CHILE, MINISTER, NORWAY, PERU, Dossier, dossiers
from collate.ledgers import Desk, an_actor, collated, day, ledgers
from sayso.collate import Collation
from sayso.model.ledger import Modality

PILOT = an_actor("Hanna Vold", country="NOR", office="harbour master")
KEEPER = an_actor("Odd Brekke", country="NOR", office="lighthouse keeper")
RIVAL = an_actor("Lena Kask", country="EST", office="port director")
ICE = "the outer harbour stays shut to tankers until the ice has gone"
BUOYS = "nine buoys have drifted out to sea since the storm"
LEAD = "Ships wait. "


def piece(path: str, published: str | None = None) -> Desk:
    desk = Desk(
        f"{LEAD}Hanna Vold said {ICE}. Odd Brekke said {BUOYS}.", path=path, published=published
    )
    return desk.said(PILOT, ICE, cue="said")


def repeating(collation: Collation) -> list[str]:
    paths = {ledger.article.id: ledger.article.path for ledger in collation.ledgers}
    found = (one for one in collation.caveats if one.code == "no_new_information")
    assert all(one.spans for one in collation.caveats)
    return sorted(paths[one.article] or "" for one in found if one.spans)


def test_an_article_that_only_repeats() -> None:
    full = piece("full").said(KEEPER, BUOYS)
    assert repeating(collated(ledgers(full, piece("short")))) == ["short"]


def test_who_tells_it_first_does_not_repeat() -> None:
    first, second = piece("first", "2031-02-03"), piece("second", "2031-02-04")
    assert repeating(collated(ledgers(first, second))) == ["second"]


def test_without_dates_nobody_is_first() -> None:
    assert repeating(collated(ledgers(piece("a"), piece("b", "2031-02-04")))) == ["a", "b"]


def test_an_article_that_shares_nothing_repeats_nobody() -> None:
    alone = Desk(f"{LEAD}A sailor said {BUOYS}.", path="alone").said("A sailor", BUOYS)
    assert repeating(collated(ledgers(alone))) == []
    assert "alone" not in repeating(collated(ledgers(alone, piece("a"), piece("b"))))


def test_words_of_somebody_not_named_are_nothing_new() -> None:
    more = Desk(f"{LEAD}Hanna Vold said {ICE}. A sailor said {BUOYS}.", path="more")
    more.said(PILOT, ICE, cue="said").said("A sailor", BUOYS)
    full = piece("full").said(KEEPER, "nine buoys")
    assert repeating(collated(ledgers(full, more))) == ["more"]


def test_what_stands_in_the_first_sentence_alone_is_not_beyond_it() -> None:
    text = f"Odd Brekke said {BUOYS}. Hanna Vold said {ICE}."
    headed = Desk(text, path="headed").said(KEEPER, BUOYS).said(PILOT, ICE, cue="said")
    other = piece("other")
    assert "headed" in repeating(collated(ledgers(headed, other)))


def test_a_second_source_and_a_denial_are_news() -> None:
    text = f"{LEAD}Hanna Vold said {ICE}. Lena Kask {{}} that {ICE[:-5]}."
    told: tuple[tuple[str, Modality], ...] = (("said", "asserted"), ("denied", "denied"))
    for cue, modality in told:
        desk = Desk(text.format(cue), path="more").said(PILOT, ICE)
        more = desk.said(RIVAL, ICE[:-5], cue=cue, modality=modality)
        collation = collated(ledgers(piece("plain"), more))
        assert "more" not in repeating(collation), cue


def test_a_further_occasion_is_news() -> None:
    first = Desk(f"Hanna Vold said {ICE}.", path="first")
    first.said(PILOT, ICE, when=day("2031-02-03"), occasion="briefing")
    again = Desk(f"At a rally, Hanna Vold said {ICE}.", path="again")
    again.said(PILOT, ICE, when=day("2031-03-20"), occasion="rally")
    assert repeating(collated(ledgers(first, again))) == []


def test_a_transfer_in_the_outlets_own_voice_is_news() -> None:
    one = "Norway will send howitzers to Chile"
    batch = dossiers(
        Dossier("a").transfer(one, supplier=NORWAY, recipient=CHILE, says=(MINISTER,)),
        Dossier("b")
        .transfer(f"{one} soon", supplier=NORWAY, recipient=CHILE, says=(MINISTER,))
        .transfer("Peru got howitzers from Norway", supplier=NORWAY, recipient=PERU),
    )
    assert repeating(collated(batch)) == ["a"]


def test_what_somebody_not_named_is_quoted_with_is_news() -> None:
    words = f"“{BUOYS}”"
    more = Desk(f"{LEAD}Hanna Vold said {ICE}. A sailor said {words}.", path="more")
    more.said(PILOT, ICE, cue="said").said("A sailor", words, form="direct")
    assert repeating(collated(ledgers(piece("plain"), more))) == ["plain"]


def test_to_name_whom_others_only_describe_is_news() -> None:
    words = f"“{BUOYS}”"
    vague = Desk(f"{LEAD}A keeper said {words}.", path="vague")
    vague.said("A keeper", words, form="direct")
    named = Desk(f"{LEAD}Odd Brekke said {words}.", path="named")
    named.said(KEEPER, words, form="direct")
    assert repeating(collated(ledgers(vague, named))) == ["vague"]
