"""Names: who a name is, in which office, and what is no name of a person."""

from __future__ import annotations

import itertools
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casting import Scene, books, model
from sayso.model.text import Article
from sayso.reading.en.names.cast import Cast


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Peru's newly named ambassador to Chile, Aleksei Morozov, arrived.",
            "Aleksei Morozov",
            "ambassador of Peru to Chile",
        ),
        (
            "Ana Torres, the new Ambassador Extraordinary and Plenipotentiary of Chile to Peru, spoke.",
            "Ana Torres",
            "ambassador of Chile to Peru",
        ),
        (
            "The Danish ambassador in Oslo, Lars Holm, left on Monday.",
            "Lars Holm",
            "ambassador of Denmark to Norway",
        ),
        (
            (
                "Kim Dae-sung, acting head of the second European department at the South Korean"
                " Foreign Ministry, spoke."
            ),
            "Kim Dae-sung",
            "acting head of the second European department at the South Korean Foreign Ministry",
        ),
        (
            "The Dutch ambassador to the Philippines, Lars Holm, left on Monday.",
            "Lars Holm",
            "ambassador of the Netherlands to the Philippines",
        ),
        ("Prime Minister Lars Holm of Norway spoke.", "Lars Holm", "prime minister of Norway"),
        (
            "The French foreign minister, Paul Girard, spoke.",
            "Paul Girard",
            "foreign minister of France",
        ),
        (
            "Mark Dane, a retired U.S. Army colonel, spoke.",
            "Mark Dane",
            "retired colonel of U.S. Army",
        ),
        ("Sen. Jill Carver spoke.", "Jill Carver", "senator"),
        ("The governor, Mrs Ana Torres, spoke.", "Ana Torres", "governor"),
        ("His agent, Ivo Lund, spoke.", "Ivo Lund", "agent"),
        ("Her sister Ana Torres spoke.", "Ana Torres", "sister"),
        ("Farm leader Ana Torres spoke.", "Ana Torres", "farm leader"),
        ("The talks failed, said Amb. Ana Torres.", "Ana Torres", "ambassador"),
        (
            "Deputy Foreign Minister Ivan Petrenko of Ukraine spoke.",
            "Ivan Petrenko",
            "deputy foreign minister of Ukraine",
        ),
    ],
)
def test_people_who_are_in_no_book_get_their_office(text: str, name: str, role: str) -> None:
    scene = Scene(text)
    assert scene.who(name) == name
    assert scene.role(name) == role


def test_an_unknown_person_is_an_actor_with_country_and_role() -> None:
    actor = Scene("Chile's ambassador to Peru, Ana Torres, spoke. Torres left.").actor("Ana Torres")
    assert (actor.type, actor.country, actor.names) == ("person", "CHL", ("Torres",))
    assert [(role.title, role.of) for role in actor.roles] == [("ambassador to Peru", "Chile")]


def test_a_bare_family_name_is_the_person_named_elsewhere_in_the_article() -> None:
    scene = Scene("Zhdanko denied it. Later Zhdanko's aide spoke.\nPavel Zhdanko is a general.")
    assert scene.who("Zhdanko") == "Pavel Zhdanko"
    assert scene.people() == ["Pavel Zhdanko"]


def test_spellings_of_one_name_are_one_person() -> None:
    scene = Scene("Aleksei Sergeyev spoke first. Alexey Sergeev then left.")
    assert len(scene.people()) == 1
    assert set(scene.actor("Aleksei Sergeyev").names) == {"Alexey Sergeev"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Gennady Moryov spoke first.", "Hennadii Morev left."),
        ("Minister Daichi Ohkubo spoke first.", "Daichi Ōkubo left."),
        ("Muhammad al-Tamimi spoke first.", "Mohamed Al-Tamimi left."),
        ("Senator Bob Carver spoke first.", "Bob Carver, chairman of the panel, left."),
        ("Mayor Bill de Wolde spoke first.", "De Wolde left."),
        ("Nora Larsen Holt spoke first.", "Larsen Holt left."),
        ("Ida M. Falk spoke first.", "Ida Falk left."),
    ],
)
def test_one_person_in_two_spellings(first: str, second: str) -> None:
    assert len(Scene(f"{first} {second}").people()) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ida M. Falk spoke first. Ida T. Falk left.",
        "Peru's ambassador, Luis Vega, spoke first. Luis Vega, ambassador of Chile, left.",
        "Liu Wenhao spoke first. Lu Wenhao left.",
        "Senator Bob Carver spoke first. Jill Carver left.",
    ],
)
def test_two_people_with_like_names_stay_two(text: str) -> None:
    assert len(Scene(text).people()) == 2


def test_two_people_of_one_family_name_stay_two_and_the_bare_name_is_nobodys() -> None:
    scene = Scene("Jill Carver and Bob Carver came. Carver nodded.")
    assert scene.people() == ["Jill Carver", "Bob Carver"]
    assert scene.who("Carver", 2) is None


def test_two_officials_of_one_state_stay_two() -> None:
    scene = Scene(
        "Peru's ambassador to Chile, Luis Vega, warned Santiago. Raul Soto of the Peruvian Foreign"
        " Ministry agreed. Vega left, and Soto stayed."
    )
    assert scene.who("Vega", 1) == "Luis Vega"
    assert scene.who("Soto", 1) == "Raul Soto"


def test_family_names_written_first_are_known() -> None:
    scene = Scene("Kim Dae-sung met reporters. Kim said that he was tired.")
    assert scene.who("Kim", 1) == "Kim Dae-sung"


def test_an_envoy_through_whom_a_state_is_addressed_is_that_states() -> None:
    told = Scene("Peru had passed its worries to Chile through Ambassador Soler in Lima.")
    assert told.role("Soler") == "ambassador of Chile to Peru"
    assert told.actor("Soler").country == "CHL"
    untold = Scene("Officials met Ambassador Soler in Lima on Monday.")
    assert untold.role("Soler") == "ambassador to Peru"
    assert untold.actor("Soler").country is None


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("the Danish Foreign Ministry", "Foreign Ministry of Denmark"),
        ("Chile's Ministry of Defence", "Defence Ministry of Chile"),
        ("the Ministry of Foreign Affairs of Peru", "Foreign Ministry of Peru"),
        ("the South Korean presidential office", "Presidential Administration of South Korea"),
        ("the Kremlin", "Kremlin"),
        ("Foggy Bottom", "State Department"),
        ("the Norwegian government", "Government of Norway"),
    ],
)
def test_organs_of_states(words: str, actor: str) -> None:
    scene = Scene(f"On Friday {words} rejected the offer.")
    assert scene.who(words) == actor


def test_an_action_of_an_armed_force_is_no_actor() -> None:
    assert Scene("Danish military action is unlikely.").mentions("actor") == ["Danish"]


def test_one_agency_in_many_spellings() -> None:
    scene = Scene("Itar-Tass said so. TASS said so. The report by Tass said so.")
    assert len({m.actor.id for m in scene.cast.mentions if m.actor}) == 1


def test_an_agency_that_no_book_knows() -> None:
    actor = Scene("She told the Polish news agency Meridian that it was late.").actor("Meridian")
    assert (actor.type, actor.country) == ("agency", "POL")


def test_a_capital_is_a_government_or_a_place() -> None:
    scene = Scene(
        "Lima warned Oslo. Talks were held in Lima and flew on to Oslo. They met in Bergen."
    )
    assert scene.mentions("actor") == ["Lima", "Oslo"]
    assert scene.mentions("place") == ["Lima", "Oslo", "Bergen"]


def test_the_people_of_a_state_are_not_the_state() -> None:
    scene = Scene("Two Danes were hurt. Danish ships left. Danes are worried.")
    assert scene.mentions("actor") == ["Danish"]


def test_the_books_office_is_told_only_for_its_days() -> None:
    text = "Angela Merkel said that she was glad."
    assert Scene(text, "2016-05-01").role("Angela Merkel") == "chancellor of Germany"
    assert Scene(text, "2023-05-01").role("Angela Merkel") is None
    assert Scene(text).role("Angela Merkel") is None


def test_names_of_others_with_a_known_family_name() -> None:
    scene = Scene("Sophie Trudeau spoke in Ottawa. Trudeau smiled.")
    assert scene.who("Trudeau", 1) == "Sophie Trudeau"


@settings(max_examples=25)
@given(
    st.text(
        alphabet=st.sampled_from("Ana Torres,.'’U.S\n-\"“”Patriot said He the envoy Peru 12é"),
        max_size=120,
    )
)
def test_any_text_has_mentions_in_order_that_are_their_text(text: str) -> None:
    scene = Scene(text)
    end = 0
    for mention in scene.cast.mentions:
        assert end <= mention.span.start
        assert text[mention.span.start : mention.span.end] == mention.span.text
        end = mention.span.end


def test_work_grows_with_the_length_of_the_text() -> None:
    """Counted in calls, Python's and C's, which no busy machine changes."""
    line = (
        "Chile's envoy, Ana Torres, told TASS that Peru had 20 Javelin missiles. She left Lima.\n"
    )

    def calls(times: int) -> int:
        text = line * times
        tokens, sentences = model().parse(text)
        article = Article(id="article_long", text_sha256="", text=text)
        count = itertools.count()
        sys.setprofile(lambda *_: next(count) and None)
        Cast(article, tokens, sentences, books())
        sys.setprofile(None)
        return next(count)

    calls(1)  # what is loaded once, whatever the text
    assert calls(600) < 5 * calls(150)


def test_a_given_name_alone_is_the_one_person_called_so() -> None:
    scene = Scene("Karim Haddad fled in spring. Karim now lives in Oslo, said Karim's brother.")
    assert scene.people() == ["Karim Haddad"]
    assert scene.who("Karim", 1) == "Karim Haddad"


def test_what_people_are_in_is_no_person() -> None:
    scene = Scene("Fighting went on in Zarrubah on Monday. Zarrubah has no water.")
    assert scene.people() == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Per Solheim, the mayor of Lund, told Reuters that it was over.", ["Per Solheim"]),
        ("Per Stig Solheim, the mayor of Lund, said that it was over.", ["Per Stig Solheim"]),
        ("Per capita income rose.", []),
    ],
)
def test_a_given_name_that_is_a_small_word_too(text: str, people: list[str]) -> None:
    assert Scene(text).people() == people


def test_a_family_name_of_two_people_is_the_one_whom_its_paragraph_named() -> None:
    text = (
        "Kim Dae-sung, the mayor, met Kim Yo-han, the judge.\n"
        "On Friday the judge, Kim Yo-han, left. Kim said that it was late.\n"
        "Kim was tired."
    )
    scene = Scene(text)
    assert scene.who("Kim", 3) == "Kim Yo-han"
    assert scene.who("Kim", 4) is None


@pytest.mark.parametrize("text", ["The gas is Peru's", "The gas is Peru'", "It is Peru's own"])
def test_a_text_may_end_with_whose_it_is(text: str) -> None:
    assert Scene(text).who("Peru") == "Peru"
