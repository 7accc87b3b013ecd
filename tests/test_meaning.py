from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from sayso import meaning
from sayso.collate.leads import lead_meaning, lead_of
from sayso.collate.stories import find_stories
from sayso.errors import ModelError
from sayso.meaning import SIZE, Meaning, load_meaning
from sayso.model.ids import digest_id
from sayso.model.text import Article


@pytest.fixture(scope="module")
def model() -> Meaning:
    loaded = load_meaning()
    assert loaded is not None
    return loaded


def article(text: str, title: str | None = None) -> Article:
    key = digest_id("article", f"{title}{text}".encode())
    return Article(id=key, text_sha256="0", title=title, text=text)


def test_other_words_for_the_same_are_closer_than_its_words_for_another_matter(
    model: Meaning,
) -> None:
    first, same, other = model.vectors(
        [
            "The harbour was closed after the storm.",
            "Ships could not enter the port because of the gale.",
            "The museum was closed on Monday for a wedding.",
        ]
    )
    assert first @ same > first @ other


def test_a_vector_has_length_one_and_no_neighbour_changes_it(model: Meaning) -> None:
    texts = ["Rain fell.", "The minister, who had flown in at night, spoke of a long winter.", " "]
    together = model.vectors(texts)
    assert together.shape == (3, SIZE)
    assert np.linalg.norm(together[:2], axis=1) == pytest.approx([1, 1], abs=1e-5)
    assert not together[2].any()
    for text, row in zip(texts, together, strict=True):
        assert (model.vectors([text])[0] == row).all()


def test_a_long_text_is_what_its_first_tokens_are(model: Meaning) -> None:
    long, longer = model.vectors(["rain " * 200, "rain " * 200 + "war"])
    assert (long == longer).all()


def test_the_lead_is_the_title_and_the_first_paragraph() -> None:
    assert lead_of(article("\n One.\n\nTwo.\nThree.")) == ("One.", "Two.")
    assert lead_of(article("One.\nTwo.", "A title")) == ("A title", "One.")
    assert lead_of(article("A title\nOne.\nTwo.", "A title")) == ("A title", "One.")
    assert lead_of(article(" ")) == ()


def test_an_article_without_words_has_no_direction(model: Meaning) -> None:
    rows = [lead_meaning(article(text), model) for text in ("Rain fell.", "")]
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 0], abs=1e-5)


def test_weights_that_are_not_the_known_ones_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "other_weights"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "model.onnx").write_bytes(b"other")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(meaning, "_VOCABULARY", ("other_weights", "model.onnx"))
    monkeypatch.setitem(meaning._DIGESTS, ("other_weights", "model.onnx"), "0")
    with pytest.raises(ModelError, match="not the known one"):
        Meaning()
    monkeypatch.setattr(meaning, "_VOCABULARY", ("other_weights", "nowhere"))
    with pytest.raises(ModelError, match="no nowhere"):
        Meaning()


def test_without_the_packages_words_alone_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "_MODEL", ("no_such_package", "model.onnx"))
    load_meaning.cache_clear()
    try:
        assert load_meaning() is None
        assert len(find_stories([article("The dam on the Odra broke."), article("Taxes.")])) == 2
        with pytest.raises(ModelError, match="not installed"):
            meaning._checked(("no_such_package", "model.onnx"))
    finally:
        load_meaning.cache_clear()
