"""Word forms: the part of speech and lemma of a word once its tag and dependency are known.

In spaCy's pipelines two components written in Python work these out (the attribute ruler and the
lemmatizer), and take as long as two neural networks. They look at a word's form, tag and dependency
alone, and in a few patterns at its neighbour's ("ain't"), so each such unit is asked once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

RULES = ("attribute_ruler", "lemmatizer")
# What may stand in a pipeline whose rules see no more than form, tag and dependency.
_KNOWN = frozenset({*RULES, "tok2vec", "transformer", "tagger", "parser", "senter", "ner"})
_KEPT = 300_000  # units; a full table is begun again, so that memory stays flat

Key = tuple[int, int, int]


class Form(NamedTuple):
    """What a token says wherever it stands: the middle fields of a `Token`, in their order."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str


class Forms:
    """Asks the pipeline's rules once for each unit of words."""

    def __init__(self, nlp: Language, lemmas: Mapping[str, str]) -> None:
        from spacy.matcher import Matcher
        from spacy.tokens import Doc

        factories = {name: nlp.get_pipe_meta(name).factory for name in nlp.pipe_names}
        known = "attribute_ruler" in factories.values() and _KNOWN.issuperset(factories.values())
        #: The components that are asked here, and need not run over a text.
        self.rules = tuple(name for name in factories if known and factories[name] in RULES)
        self._pipes: tuple[Any, ...] = tuple(nlp.get_pipe(name) for name in self.rules)
        self._vocab = nlp.vocab
        self._doc = Doc
        self._lemmas = lemmas
        self._joint = Matcher(nlp.vocab)
        self._opener = Matcher(nlp.vocab)
        self._openers: set[Key] = set()
        for pipe in self._pipes:
            self._add_joint(getattr(pipe, "patterns", ()))
            _quicken(pipe)
        self._words: dict[Key, Form] = {}
        self._units: dict[tuple[Key, ...], tuple[Form, ...]] = {}

    def _add_joint(self, patterns: Iterable[Mapping[str, Any]]) -> None:
        """The patterns that look at more than one word, and what each begins with."""
        for entry in patterns:
            several = [one for one in entry["patterns"] if len(one) > 1 or "OP" in one[0]]
            if several:
                self._joint.add("joint", several)
                self._opener.add("opener", [[{} if "OP" in one[0] else one[0]] for one in several])

    def of(self, doc: Doc) -> list[Form]:
        """The form of each token of a Doc that has tags and dependencies."""
        if not self.rules:
            return [self._form(token) for token in doc]
        keys: list[Key] = list(map(tuple, doc.to_array(["ORTH", "TAG", "DEP"]).tolist()))
        new = sorted({key for key in keys if key not in self._words})
        if new:
            if len(self._words) > _KEPT:
                self._words.clear()
                self._openers.clear()
                new = sorted(set(keys))
            units = [(key,) for key in new]
            self._words.update(zip(new, chain.from_iterable(self._ask(units)), strict=True))
        forms = list(map(self._words.__getitem__, keys))
        if self._openers.isdisjoint(keys):
            return forms
        for start, end in self._joined(doc):
            forms[start:end] = self._unit(tuple(keys[start:end]))
        return forms

    def _joined(self, doc: Doc) -> list[tuple[int, int]]:
        """The ranges of tokens that a rule sees together."""
        found: list[tuple[int, int]] = []
        for _, start, end in sorted(self._joint(doc, allow_missing=True), key=itemgetter(1, 2)):
            if found and start < found[-1][1]:
                found[-1] = (found[-1][0], max(end, found[-1][1]))
            else:
                found.append((start, end))
        return found

    def _unit(self, keys: tuple[Key, ...]) -> tuple[Form, ...]:
        if keys not in self._units:
            if len(self._units) > _KEPT:
                self._units.clear()
            self._units[keys] = self._ask([keys])[0]
        return self._units[keys]

    def _ask(self, units: Sequence[tuple[Key, ...]]) -> list[tuple[Form, ...]]:
        """What the rules give for units of words, as if each stood by itself: a comma comes after each."""
        import numpy as np

        strings = self._vocab.strings
        comma = (strings.add(","), strings.add(","), strings.add("punct"))
        rows = [key for unit in units for key in (*unit, comma)]
        doc = self._doc(self._vocab, words=[strings[orth] for orth, _, _ in rows])
        tagged: Any = np.array([row[1:] for row in rows], dtype="uint64")
        doc.from_array(["TAG", "DEP"], tagged)
        for _, start, _ in self._opener(doc, allow_missing=True) if self._joint else ():
            self._openers.add(rows[start])
        for pipe in self._pipes:
            doc = pipe(doc)
        forms = [self._form(token) for token in doc]
        ends = list(accumulate(len(unit) + 1 for unit in units))
        return [
            tuple(forms[end - len(unit) - 1 : end - 1])
            for unit, end in zip(units, ends, strict=True)
        ]

    def _form(self, token: Any) -> Form:
        lemma = self._lemmas.get(token.lower_) or token.lemma_.lower()
        return Form(token.text, lemma, token.pos_, token.tag_, token.dep_)


def _quicken(pipe: Any) -> None:
    """Make the lemmatizer's lists of known lemmas sets: it asks whether a word is in them, and no more."""
    lookups = getattr(pipe, "lookups", None)
    if lookups is not None and lookups.has_table("lemma_index"):
        table = lookups.get_table("lemma_index")
        for pos, lemmas in list(table.items()):
            table[pos] = frozenset(lemmas)
