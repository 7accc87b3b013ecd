"""What the tests of names share: one language model, one set of books, and a cast of any text."""

from __future__ import annotations

from functools import cache

from sayso.books.cues import load_words
from sayso.books.library import Books
from sayso.model.text import Actor, Article, Party, When
from sayso.reading.en.names.cast import Cast
from sayso.reading.language import LanguageModel


@cache
def model() -> LanguageModel:
    return LanguageModel(None, load_words())


@cache
def books() -> Books:
    return Books()


class Scene:
    """A text and its cast, asked in words instead of offsets."""

    def __init__(self, text: str, published: str | None = None) -> None:
        when = When(start=published, end=published, precision="day") if published else None
        self.text = text
        self.article = Article(id="article_scene", text_sha256="", text=text, published=when)
        tokens, sentences = model().parse(text)
        self.cast = Cast(self.article, tokens, sentences, books())

    def party(self, words: str, occurrence: int = 0) -> Party:
        """The party that these words are, where they stand for the n-th time."""
        start = -1
        for _ in range(occurrence + 1):
            start = self.text.index(words, start + 1)
        return self.cast.party(start, start + len(words))

    def who(self, words: str, occurrence: int = 0) -> str | None:
        return self.party(words, occurrence).resolved

    def role(self, words: str) -> str | None:
        return self.party(words).role

    def actor(self, name: str) -> Actor:
        [found] = [actor for actor in self.cast.actors if actor.name == name]
        return found

    def mentions(self, type_: str) -> list[str]:
        return [m.span.text for m in self.cast.mentions if m.type == type_]

    def people(self) -> list[str]:
        return [actor.name for actor in self.cast.actors if actor.type == "person"]
