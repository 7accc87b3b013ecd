"""How a predicate is told: its modality, its tense and its time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.books.telling import TellingBook
from sayso.model.ledger import Modality
from sayso.model.reading import Attribution, Conditional, Tense
from sayso.model.text import Span, When
from sayso.reading.en.events import clauses
from sayso.reading.en.events.own_times import OwnTimes
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_GOVERNED = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl", "prep", "conj", "pobj"})
_OPEN: frozenset[Modality] = frozenset({"planned", "promised", "requested"})
_AS_NOUN = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "attr"})
_FINITE = ("VBD", "VBZ", "VBP")
_ENDS = frozenset({".", "!", "?"})
# What a content has from a word somewhere in it, and each of its verbs from its own.
_MARKED: frozenset[Modality] = frozenset({"hypothetical", "possible"})


class Mood:
    """Tells of one article's predicates whether they happened, and when."""

    def __init__(
        self,
        tree: Tree,
        telling: TellingBook,
        own_times: OwnTimes,
        attributions: Sequence[Attribution],
        conditions: Sequence[Conditional],
    ) -> None:
        self._tree = tree
        self._telling = telling
        self._attributions = attributions
        self._starts = [token.start for token in tree.tokens]
        self._said = self._innermost([one.content for one in attributions])
        self._met = self._innermost([one.condition for one in conditions])
        self._conditional = {one.sentence for one in conditions}
        self._own_times = own_times

    def modality(self, index: int, verb: int) -> Modality:
        """The modality of the word at `index`, whose verb (its own or a light one) is at `verb`."""
        tree = self._tree
        at = tree.tokens[index].start
        if self.condition_at(at) is not None:
            return "hypothetical"
        marks = {
            tree.tokens[child].lemma
            for token in (index, verb, self._leading(verb))
            for child in tree.children(token, "aux", "amod", "advmod")
        }
        if self._is_asked(index) or marks & (self._telling.possible | self._telling.thought_of):
            return "possible"
        if marks & self._telling.wanted or self._is_order(verb):
            return "requested"
        attribution = self.attribution_at(at)
        if self._has_would(verb) and not self._is_told_future(verb, attribution):
            return "hypothetical"
        beneath = self._beneath(verb)
        if beneath is not None:
            return beneath
        if attribution is None:
            return "asserted"
        said = self._attributions[attribution].modality
        if said in _MARKED and self.tense(index, verb) in ("past", "present"):
            return "asserted"
        return "asserted" if said in _OPEN and self._is_aside(verb) else said

    def _is_order(self, verb: int) -> bool:
        """Reads "Stop the shelling": a bare verb without a subject."""
        tree = self._tree
        token = tree.tokens[verb]
        bare = token.tag == "VB" and not tree.children(verb, "aux", *SUBJECTS, *PASSIVE_SUBJECTS)
        return bare and token.dep in ("ROOT", "ccomp", *_AS_NOUN, "appos")

    def _leading(self, verb: int) -> int:
        """The verb whose auxiliary another shares: "could cut taxes and give …", "could win, giving …"."""
        tree = self._tree
        token = tree.tokens[verb]
        shares = (token.dep, token.tag) in (("conj", "VB"), ("advcl", "VBG"))
        if not shares or tree.children(verb, "aux", "mark", *SUBJECTS):
            return verb
        return self._leading(token.head)

    def tense(self, index: int, verb: int) -> Tense:
        """The tense; "would" in reported speech is a future."""
        tree = self._tree
        if not tree.tokens[verb].tag.startswith(("VB", "MD")):
            return "none"
        tags = {tree.tokens[child].tag for child in tree.children(verb, "aux", "auxpass")}
        lead = self._leading(verb)
        words = {tree.tokens[child].lemma for child in tree.children(lead, "aux")}
        if words & {"will", "shall"} or self._is_going(lead):
            return "future"
        attribution = self.attribution_at(tree.tokens[index].start)
        if self._has_would(verb):
            return "future" if self._is_told_future(verb, attribution) else "none"
        token = tree.tokens[verb]
        if token.tag == "VBD" or "VBD" in tags or (token.tag == "VBN" and "have" in words):
            return "past"
        if token.tag in ("VBZ", "VBP") or tags & {"VBZ", "VBP"}:
            return "present"
        return "none"

    def when(self, index: int, verb: int) -> When | None:
        """The time of the word at `index`, on the same side of what is said and not said."""
        inside = self.attribution_at(self._tree.tokens[index].start)
        return self._own_times.of(index, verb, lambda at: self._said.get(at) == inside)

    def attribution_at(self, offset: int) -> int | None:
        """The innermost attribution whose content holds this offset."""
        return self._said.get(self._token(offset))

    def quotation_at(self, offset: int) -> int | None:
        """The same, where its content is quoted word by word."""
        number = self.attribution_at(offset)
        direct = number is not None and self._attributions[number].form == "direct"
        return number if direct else None

    def condition_at(self, offset: int) -> int | None:
        """The condition that this offset is part of."""
        return self._met.get(self._token(offset))

    def _token(self, offset: int) -> int:
        """The token at an offset."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def _innermost(self, many: Sequence[tuple[Span, ...]]) -> dict[int, int]:
        """By token, the number of the shortest of the passages that hold it."""
        sizes = [sum(span.end - span.start for span in spans) for spans in many]
        held: dict[int, int] = {}
        for number in sorted(range(len(many)), key=lambda one: (sizes[one], one), reverse=True):
            for span in many[number]:
                first = bisect_left(self._starts, span.start)
                held.update(
                    dict.fromkeys(range(first, bisect_left(self._starts, span.end)), number)
                )
        return held

    def _has_would(self, verb: int) -> bool:
        return any(
            self._tree.tokens[child].text.lower() in ("would", "'d")
            for child in self._tree.children(self._leading(verb), "aux")
        )

    def _is_going(self, verb: int) -> bool:
        """Reads "is going to leave" and "is to leave"."""
        tree = self._tree
        token = tree.tokens[verb]
        if token.dep != "xcomp" or not self._is_infinitive(verb):
            return False
        above = tree.tokens[token.head]
        return above.text.lower() == "going" or (above.lemma == "be" and above.tag != "VB")

    def _is_told_future(self, verb: int, attribution: int | None) -> bool:
        """Whether "would" is the "will" of indirect speech, not a consequence that is imagined."""
        if attribution is None or self._attributions[attribution].form == "direct":
            return False
        tree = self._tree
        if tree.sentence(verb) in self._conditional:
            return False
        return not any(
            tree.tokens[word].lemma in self._telling.imagined
            for subject in tree.children(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
            for word in (subject, *tree.children(subject, "det", "amod"))
        )

    def _beneath(self, verb: int) -> Modality | None:
        """What the verb or noun makes of it that governs its clause."""
        token = self._tree.tokens[verb]
        if token.dep == "csubj" or self._is_deed_only_named(verb):
            return "possible"
        if token.dep == "relcl" and self._is_infinitive(verb):
            return "planned"
        if clauses.is_wished(self._tree, self._telling, verb):
            return "planned"
        if token.dep == "relcl" and clauses.is_anybodys(self._tree, verb):
            return "possible"
        if token.dep == "relcl" and clauses.is_another(self._tree, verb):
            return "denied"
        if token.dep == "advcl" and self._is_present(verb) and self._is_to_come(token.head):
            return "planned"
        index = verb
        while self._is_governed(index):
            found = self._under(index)
            if found is not None:
                return found
            index = self._tree.tokens[index].head
        return None

    def _is_governed(self, index: int) -> bool:
        """Whether what stands above a word can make something else of it than a fact."""
        tree = self._tree
        token = tree.tokens[index]
        if token.dep == "pobj":
            return tree.tokens[token.head].lemma in self._telling.not_done
        if token.dep == "advcl":
            return self._is_infinitive(index)
        if token.dep == "conj":
            return not tree.children(index, *SUBJECTS)
        return token.dep in _GOVERNED

    def _under(self, index: int) -> Modality | None:
        """What the word right above makes of it."""
        token = self._tree.tokens[index]
        above = token.head
        lemma = self._tree.tokens[above].lemma
        if token.dep == "pcomp" and lemma in self._telling.not_done:
            return "possible"
        if token.dep == "conj":
            return None
        if clauses.is_demanded(self._tree, self._telling, index):
            return "requested"
        if token.dep == "ccomp" and token.tag in _FINITE:
            return "possible" if self._is_not_held(above) else None
        infinitive = self._is_infinitive(index) and lemma not in self._telling.achieving
        made = self._telling.beneath.get(lemma)
        if made == "requested" and token.dep == "ccomp" and self._is_finite(index):
            return None  # "Oslo has eased its rules, he told reporters"
        return made or ("planned" if infinitive else None)

    def _is_finite(self, verb: int) -> bool:
        """Whether an auxiliary makes a clause of its own of it: "has eased", "was adopted"."""
        tree = self._tree
        return any(tree.tokens[at].tag in _FINITE for at in tree.children(verb, "aux", "auxpass"))

    def _is_not_held(self, verb: int) -> bool:
        """Whether a thought is nobody's: "we do not believe that …", "they want to think that …"."""
        lemma = self._tree.tokens[verb].lemma
        if lemma in self._telling.supposing:
            return True
        if lemma not in self._telling.thinking:
            return False
        return self._tree.is_negated(verb) or self._beneath(verb) is not None

    def _is_asked(self, index: int) -> bool:
        """Whether a word stands in a question."""
        sentence = self._tree.sentences[self._tree.sentence(index)]
        marks = (self._tree.tokens[at].text for at in range(index, sentence.last))
        return next((mark for mark in marks if mark in _ENDS), ".") == "?"

    def _is_deed_only_named(self, verb: int) -> bool:
        """Whether a gerund names a deed without saying that it is done: "she backs closing the port"."""
        tree = self._tree
        token = tree.tokens[verb]
        if token.tag != "VBG" or tree.children(verb, "aux"):
            return False
        above = tree.tokens[token.head]
        if token.dep == "pcomp":
            if above.lemma == "in" and tree.tokens[above.head].pos in ("ADJ", "NOUN"):
                return True  # "neutral in negotiating", "her judgment in supporting the war"
            return above.lemma not in self._telling.done_by
        if token.dep == "xcomp":  # "he said leaving would be wrong"
            return above.lemma == "say" or above.lemma not in self._telling.achieving
        return token.dep in _AS_NOUN

    def _is_to_come(self, verb: int) -> bool:
        """Whether a verb tells of what will be: what is told beside it in the present is not yet."""
        lemmas = {self._tree.tokens[aux].lemma for aux in self._tree.children(verb, "aux")}
        planned = self._telling.beneath.get(self._tree.tokens[verb].lemma) == "planned"
        return planned or not lemmas.isdisjoint(("will", "shall"))

    def _is_present(self, verb: int) -> bool:
        forms = (verb, *self._tree.children(verb, "auxpass"))
        return any(self._tree.tokens[at].tag in ("VBZ", "VBP") for at in forms)

    def _is_infinitive(self, verb: int) -> bool:
        tree = self._tree
        return any(tree.tokens[child].tag == "TO" for child in tree.children(verb, "aux"))

    def _is_aside(self, verb: int) -> bool:
        """Whether a word stands in a relative clause of its own tense, beside what is said."""
        tree = self._tree
        token = tree.tokens[verb]
        tags = {token.tag, *(tree.tokens[c].tag for c in tree.children(verb, "aux", "auxpass"))}
        return token.dep == "relcl" and bool(tags & {"VBD", "VBZ", "VBP"})
