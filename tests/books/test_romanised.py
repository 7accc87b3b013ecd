"""Spellings of one name by the systems of romanisation, and names that only look alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.books.persons import names_agree, parted
from sayso.books.roles import load_roles
from sayso.books.romanised import spelling, system_of

ROLES = load_roles()


@pytest.mark.parametrize(
    "spellings",
    [
        "Gordeyev Gordeev Gordejev Гордеев",
        "Tikhonov Tihonov Тихонов",
        "Solovyov Soloviev Solov'ev Solovyev Соловьёв",
        "Shcherbitsky Shcherbytskyi Shcherbitskiy Щербицкий Щербицький",
        "Kovalyov Kovalev Kovaliov Kovaleff",
        "Chernyshov Chernyshev Chernyshyov Чернышёв",
        "Hryhorenko Grigorenko Hryhorenka Григоренко",
        "Yershov Ershov Jershov",
        "Ohkubo Okubo Ōkubo Ookubo",
        "Saitō Saito Saitoh Saitou",
        "Shimbashi Shinbashi",
        "Mohammed Muhammad Mohamed Mohammad Muhammed",
        "al-Tamimi Al-Tamimi el-Tamimi",
    ],
)
def test_spellings_of_one_family_name(spellings: str) -> None:
    assert len({spelling(one) for one in spellings.split()}) == 1


@pytest.mark.parametrize(
    "names",
    [
        "Ivanov Ivankov Ivanova",
        "Kishida Kishi",
        "Petrov Petrova Petrenko",
        "Li Lee Yi Rhee Lo Lu Liu",
        "Chang Chiang Zhang",
        "Jin Yin",
        "Koo Ko",
        "Maron Marin Martin",
        "Haddad Hamad",
    ],
)
def test_names_that_stay_apart(names: str) -> None:
    assert len({spelling(one) for one in names.split()}) == len(names.split())


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Yevgeny Gordeyev", "Evgenii Gordeev"),
        ("Serhiy Tykhonov", "Sergei Tikhonov"),
        ("Aleksei Morozov", "Alexey Morozov"),
        ("Наталья Морозова", "Nataliya Morozova"),
        ("Jun'ichirō Saitō", "Junichiro Saitoh"),
        ("Yusuf al-Tamimi", "Youssuf Al Tamimi"),
        ("Chang Do-hyun", "Chang Dohyun"),
        ("Chang Do-hyun", "Chang Do Hyun"),
        ("S. Holm", "Sigrun Holm"),
        ("Amos T. Grell Jr.", "Amos Grell"),
        ("Holm", "Sigrun Holm"),
    ],
)
def test_names_that_can_be_one_persons(left: str, right: str) -> None:
    assert names_agree(parted(left.split(), ROLES), parted(right.split(), ROLES))
    assert names_agree(parted(right.split(), ROLES), parted(left.split(), ROLES))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ian Martin", "Ann Martin"),
        ("Alan Smith", "Ellen Smith"),
        ("Ida M. Falk", "Ida T. Falk"),
        ("T. Holm", "Sigrun Holm"),
        ("Si Holm", "Sigrun Holm"),
        ("Chang Do-hyun", "Chang Do-yun"),
        ("Brian Rubin", "Bran Rubin"),
    ],
)
def test_names_that_cannot(left: str, right: str) -> None:
    assert not names_agree(parted(left.split(), ROLES), parted(right.split(), ROLES))


def test_the_system_is_read_from_the_form() -> None:
    assert system_of("Ткаченко") == system_of("Tkachenko") == "cyrillic"
    assert system_of("Hayashi") != "arabic"
    assert system_of("Tariq") == system_of("al-Rashid") == "arabic"
    assert system_of("Schmidt") == system_of("Wu") == "other"


@given(st.text(max_size=20))
def test_any_word_has_a_key_of_small_letters(word: str) -> None:
    assert all("a" <= letter <= "z" for letter in spelling(word))
    assert spelling(word) == spelling(word.upper().lower()) or not word.isascii()
