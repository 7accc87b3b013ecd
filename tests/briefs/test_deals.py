"""The brief of red lines, transfers and rules: what is said, what is not, and in which order."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from collate.deals import BOLIVIA, CHILE, DIRECTOR, ENVOY, NORWAY, PERU, Dossier, dossiers
from collate.ledgers import collated, day
from sayso.briefs import compare, make_briefs, who, why
from sayso.briefs.text import render
from sayso.collate import Collation
from sayso.errors import UsageError
from sayso.model.ledger import Modality
from sayso.model.text import WeaponRef


def the_collation() -> Collation:
    first = (
        Dossier("a.txt")
        .transfer(
            "guns built in Chile under licence",
            supplier=NORWAY,
            recipient=CHILE,
            act="licensed_production",
            stage="produced",
            status="contracted",
        )
        .transfer(
            "Chile agreed to arm Bolivia", supplier=CHILE, recipient=BOLIVIA, says=(DIRECTOR,)
        )
        .rule("Chile eased arms export rules", CHILE, "arms export rules", day("2031-05-01"))
    )
    second = (
        Dossier("b.txt")
        .line("if Peru gets howitzers we answer", ENVOY, to=CHILE, recipient=PERU)
        .transfer(
            "they might go on to Peru",
            supplier=BOLIVIA,
            recipient=PERU,
            stage="considered",
            status="feared",
            modality="feared",
            says=(ENVOY,),
        )
    )
    return collated(dossiers(first, second))


def test_the_page() -> None:
    [brief] = make_briefs(the_collation())
    page = render(brief)
    assert "Norway ─licence─► Chile ─agreed─► Bolivia ┄feared┄► Peru" in " ".join(page.split())
    assert "No article reports a delivery." in page
    assert "open: no article reports the act" in page
    assert "Bolivia → Chile, by Ines Barra" in page
    titles = ("IN SHORT", "RED LINES", "TRANSFERS", "POLICY", "STATEMENTS", "ARTICLES", "TIMELINE")
    assert sorted(titles, key=page.index) == list(titles)


def test_two_weapons_in_the_same_words_are_told_once() -> None:
    words = "Norway will send howitzers and radar sets to Chile"
    radar = WeaponRef(name="radar sets", category="radar")
    one = Dossier("a.txt").transfer(words, supplier=NORWAY, recipient=CHILE)
    both = one.transfer(words, supplier=NORWAY, recipient=CHILE, weapon=radar)
    [brief] = make_briefs(collated(dossiers(both)))
    page = " ".join(render(brief).split())
    told = page[page.index("TRANSFERS") : page.index("STATEMENTS")]
    assert "Ravn howitzer, radar sets Norway ─agreed─► Chile" in told
    assert told.count(words) == 1
    assert "radar sets: in the words of [2]" in told


@pytest.mark.parametrize(
    ("modality", "told"),
    [("denied", " (denied)"), ("feared", " (feared)"), ("asserted", "")],
)
def test_the_timeline_tells_what_is_only_denied_or_feared(modality: Modality, told: str) -> None:
    words = "the howitzers went to Chile"
    leg = Dossier("a.txt").transfer(
        words, supplier=NORWAY, recipient=CHILE, modality=modality, when=day("2031-05-01")
    )
    [brief] = make_briefs(collated(dossiers(leg)))
    assert [one.text for one in brief.timeline] == [f"{words}{told}"]


def test_two_weapons_in_other_words_are_told_one_by_one() -> None:
    radar = WeaponRef(name="radar sets", category="radar")
    one = Dossier("a.txt").transfer("Norway will arm Chile", supplier=NORWAY, recipient=CHILE)
    both = one.transfer("radars go there too", supplier=NORWAY, recipient=CHILE, weapon=radar)
    [brief] = make_briefs(collated(dossiers(both)))
    assert "in the words of" not in render(brief)


def test_the_summary_begins_with_red_lines_and_every_sentence_has_evidence() -> None:
    [brief] = make_briefs(the_collation())
    kinds = {claim.id: claim.about for claim in brief.claims}
    told = [kinds[sentence.claims[0]] for sentence in brief.summary]
    assert told == ["redline", "transfer", "policy_change"]
    assert all(sentence.spans for sentence in brief.summary)
    assert (len(brief.redlines), len(brief.transfers), len(brief.policy_changes)) == (1, 3, 1)


def test_why_shows_the_tree_and_refuses_what_it_does_not_know() -> None:
    collation = the_collation()
    [line] = [claim for claim in collation.claims if claim.about == "redline"]
    tree = why.render(collation, line.id)
    assert "origin 1: Ines Barra, for Bolivia" in tree
    assert "if Peru gets howitzers we answer" in tree
    with pytest.raises(UsageError):
        why.render(collation, "claim_of_nothing")
    with pytest.raises(UsageError):
        why.render(collation, "claim_")


def test_two_articles_side_by_side() -> None:
    collation = the_collation()
    compared = compare.compare(collation, "a.txt", "b.txt")
    assert compared.shared == ()
    assert (len(compared.left_alone), len(compared.right_alone)) == (3, 2)
    assert "Only b tells 2" in compare.render(collation, "a.txt", "b.txt")
    with pytest.raises(UsageError):
        compare.compare(collation, "a.txt", "c.txt")


def test_who_somebody_is() -> None:
    collation = the_collation()
    [profile] = who.who(collation, "barra")
    assert profile.actor.name == "Ines Barra"
    assert {claim.about for claim in profile.claims} == {"redline"}
    assert "ambassador of Bolivia to Chile" in who.render(collation, "Ines Barra")
    with pytest.raises(UsageError):
        who.render(collation, "Nobody at all")


def test_the_timeline_has_the_time_that_only_another_telling_gives() -> None:
    """The best wording tells no time; another article tells when."""
    plain = Dossier("a.txt").transfer(
        "Norway agreed to sell Chile howitzers", supplier=NORWAY, recipient=CHILE, act="sale"
    )
    when = day("2031-05-01")
    month = replace(when, start="2031-05-01", end="2031-05-31", precision="month", timex="2031-05")
    dated = Dossier("b.txt").transfer(
        "In May the sale of howitzers to Chile was agreed",
        recipient=CHILE,
        when=month,
    )
    [brief] = make_briefs(collated(dossiers(plain, dated)))
    assert [(one.when.timex, one.text) for one in brief.timeline] == [
        ("2031-05", "In May the sale of howitzers to Chile was agreed")
    ]
