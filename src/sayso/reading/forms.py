"""Word forms: the part of speech and lemma of a word once its tag and dependency are known.

In spaCy's pipelines two components written in Python work these out (the attribute ruler and the
lemmatizer), and take as long as two neural networks. They look at a word's form, tag and dependency
alone, and in a few patterns at its neighbour's ("ain't"), so each such unit is asked once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from sayso.reading.forms_labels import Labels

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

RULES = ("attribute_ruler", "lemmatizer")
# What may stand in a pipeline whose rules see no more than form, tag and dependency.
_KNOWN = frozenset({*RULES, "tok2vec", "transformer", "tagger", "parser", "senter", "ner"})
_KEPT = 300_000  # units; a full table is begun again, so that memory stays flat

Key = tuple[int, int, int]
_Alike = tuple[tuple[int, int], tuple[bool | str, ...]]


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
        self._alike: dict[_Alike, tuple[Form, bool, bool]] = {}
        every = [one for pipe in self._pipes for one in getattr(pipe, "patterns", ())]
        self._labels = Labels(self._vocab.strings, [p for one in every for p in one["patterns"]])
        self._units: dict[tuple[Key, ...], tuple[Form, ...]] = {}

    def _add_joint(self, patterns: Iterable[Mapping[str, Any]]) -> None:
        """The patterns that look at more than one word, and what each begins with."""
        for entry in patterns:
            several = [one for one in entry["patterns"] if len(one) > 1 or "OP" in one[0]]
            if several:
                self._joint.add("joint", several)
                self._opener.add("opener", [[{} if "OP" in one[0] else one[0]] for one in several])

    def of(self, docs: Sequence[Doc]) -> list[list[Form]]:
        """The form of each token of Docs that have tags and dependencies."""
        if not self.rules:
            return [[self._form(token) for token in doc] for doc in docs]
        by_doc: list[list[Key]] = [
            list(map(tuple, doc.to_array(["ORTH", "TAG", "DEP"]).tolist())) for doc in docs
        ]
        if len(self._words) > _KEPT:
            self._words.clear()
            self._alike.clear()
            self._labels.clear()
            self._openers.clear()
        self._learn({key for keys in by_doc for key in keys if key not in self._words})
        return [self._of(doc, keys) for doc, keys in zip(docs, by_doc, strict=True)]

    def _of(self, doc: Doc, keys: list[Key]) -> list[Form]:
        forms = list(map(self._words.__getitem__, keys))
        if self._openers.isdisjoint(keys):
            return forms
        for start, end in self._joined(doc):
            forms[start:end] = self._unit(tuple(keys[start:end]))
        return forms

    def _learn(self, new: Collection[Key]) -> None:
        """Asks for words that are new; of those that the rules cannot tell apart only one is asked."""
        alike: dict[Key, _Alike] = {
            key: ((key[0], key[1]), self._labels.told_apart(key)) for key in sorted(new)
        }
        asked: dict[_Alike, Key] = {}
        for key, kind in alike.items():
            if kind not in self._alike:
                asked.setdefault(kind, key)
        units = [(key,) for key in asked.values()]
        answers = chain.from_iterable(self._ask(units))
        for (kind, key), form in zip(asked.items(), answers, strict=True):
            self._alike[kind] = form, form.dep == self._vocab.strings[key[2]], key in self._openers
        for key, kind in alike.items():
            form, kept, opens = self._alike[kind]
            self._words[key] = form._replace(dep=self._vocab.strings[key[2]]) if kept else form
            if opens:
                self._openers.add(key)

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
        """What the rules give for units of words, as if each stood by itself.

        A comma comes after each word that a rule may see together with the next.
        """
        if not units:
            return []
        strings = self._vocab.strings
        comma = (strings.add(","), strings.add(","), strings.add("punct"))
        rows = [key for unit in units for key in unit]
        opening = self._opening(rows)
        self._openers.update(rows[at] for at in opening)
        apart: list[Key] = []
        ends: list[int] = []
        first = 0
        for unit in units:
            apart += unit
            ends.append(len(apart))
            if not opening.isdisjoint(range(first, first + len(unit))):
                apart.append(comma)
            first += len(unit)
        doc = self._doc_of(apart)
        for pipe in self._pipes:
            doc = pipe(doc)
        forms = [self._form(token) for token in doc]
        return [tuple(forms[end - len(unit) : end]) for unit, end in zip(units, ends, strict=True)]

    def _opening(self, rows: Sequence[Key]) -> set[int]:
        """Where a rule that looks at several words may begin."""
        if not self._joint:
            return set()
        return {start for _, start, _ in self._opener(self._doc_of(rows), allow_missing=True)}

    def _doc_of(self, rows: Sequence[Key]) -> Doc:
        import numpy as np

        doc = self._doc(self._vocab, words=[self._vocab.strings[orth] for orth, _, _ in rows])
        tagged: Any = np.array([row[1:] for row in rows], dtype="uint64")
        doc.from_array(["TAG", "DEP"], tagged)
        return doc

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
