"""The known pipeline, component by component: the Docs that spaCy's own run gives, in half the time.

spaCy's parser and tagger run as they are; what they read (the token vectors) and the names are computed by
`Encoder` and `Namer`. What a text gives does not hang on the texts beside it but for the last bit of a sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sayso.reading.encoder import Encoder
from sayso.reading.naming import Namer

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class Pipeline:
    """Tokenizer, token vectors, tagger, parser and names of the small English pipeline."""

    def __init__(self, nlp: Language) -> None:
        from spacy.tokens import Span

        self._nlp = nlp
        self._span = Span
        tok2vec: Any = nlp.get_pipe("tok2vec")
        self._encode = Encoder(tok2vec.model)
        self._parts: tuple[Any, ...] = (nlp.get_pipe("tagger"), nlp.get_pipe("parser"))
        self._names = Namer(nlp.get_pipe("ner"))

    def __call__(self, texts: Sequence[str]) -> list[Doc]:
        """One Doc a text, with tags, dependencies, sentences and names; without lemmas."""
        docs = [self._nlp.make_doc(text) for text in texts]
        rows: Any
        for doc, rows in zip(docs, self._encode(docs), strict=True):
            doc.tensor = rows  # where the tagger and the parser look for them
        for part in self._parts:
            part.set_annotations(docs, part.predict(docs))
        for doc, names in zip(docs, self._names(docs), strict=True):
            doc.set_ents(
                [self._span(doc, name.start, name.end, label=name.label) for name in names]
            )
        return docs
