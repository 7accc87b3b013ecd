"""Conditions in the clothes of an order: "or else", "otherwise", "the only way to avoid …"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.redlines import WarningWords
from sayso.reading.en.attribution.participants import ASKED
from sayso.reading.en.conditions.asked_before import AskedBefore
from sayso.reading.en.conditions.dares import end_of, is_order, ordered_words
from sayso.reading.en.conditions.demands import Demands
from sayso.reading.en.conditions.drafts import Draft, has_modal
from sayso.reading.en.conditions.given_time import GIVING, befalls, tells_time
from sayso.reading.en.conditions.otherwise import OBLIGING, Otherwise
from sayso.reading.en.conditions.ways_out import WaysOut
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_BINDING = frozenset({"have", "need", "be", "get"})
_ULTIMATUMS = frozenset({"ultimatum", "deadline"})
_FAILING = frozenset({"failing", "fail", "after", "without"})  # "failing which"
_WHOM = frozenset({"for", "to", "on", "upon"})
_WAYS = frozenset({"way", "chance", "means", "path", "exit", "choice", "option"})


class Orders:
    """Finds what is ordered, and what follows if it is done or is not."""

    def __init__(self, tree: Tree, words: WarningWords) -> None:
        self._tree = tree
        self._avoiding = words.avoiding
        self._threats = words.threats
        self._ordering = words.ordering
        self._warning = words.words
        self._demanding = words.demanding
        self._urging = words.urging
        self._ways = WaysOut(tree, words)
        self._demands = Demands(tree, words)
        self._before = AskedBefore(tree, words)
        self._otherwise = Otherwise(tree, self._demands, self._before)

    def find(self) -> Iterator[Draft]:
        """All such conditions, in text order."""
        for index, token in enumerate(self._tree.tokens):
            if self._tree.sentence(index) < 0:
                continue
            if token.lemma == "or" and token.dep == "cc":
                yield from self._or(index)
            elif token.lemma in _FAILING:
                yield from self._failing(index)
                yield from self._demands.timed(index)
            elif token.lemma == "thereafter":
                yield from self._demands.timed(index)
            elif token.lemma == "otherwise":
                yield from self._otherwise.find(index)
            elif token.lemma in _WAYS and token.pos == "NOUN":
                yield from self._ways.way_out(index)
            elif token.lemma in self._threats and token.pos == "VERB":
                yield from self._demands.threatened(index)
            elif token.lemma in self._avoiding and token.pos == "VERB":
                yield from self._ways.only_by(index)

    def _or(self, index: int) -> Iterator[Draft]:
        """Reads "withdraw or face the consequences", "must leave or we will fire", "leave or else".

        And "either Oslo leaves or we will fire".
        """
        tree = self._tree
        bare = tree.tokens[index + 1].lemma == "else" if index + 1 < len(tree.tokens) else False
        first = self._verb_above(index) if bare else self._joined(index)
        if self._is_set(index):
            yield self._ultimatum(index)
            return
        if tree.tokens[first].pos not in ("VERB", "AUX"):
            return
        modals = {tree.tokens[at].lemma for at in tree.children(first, "aux")}
        given = self._given_time(first)
        told = self._told_to(first, urged=self._follows(first, index))
        either = tree.child(first, "preconj")
        either = either or next(
            (at for at in self._words_before(first) if self._is_either(at)), None
        )
        if given is None and self._follows(first, index):
            below = [first, *(at for at in tree.children(first, "xcomp", "advcl") if at < index)]
            reads = (self._given_time, self._bound_to)
            bound = ((at, read(at)) for at in below for read in reads)
            first, given = next((one for one in bound if one[1] is not None), (first, None))
        allowed = modals & OBLIGING or given is not None or either is not None or self._let(first)
        if not (allowed or told is not None or is_order(self._tree, first)):
            return
        rest = frozenset(range(index + 1, end_of(self._tree, first, index)))
        if bare and not any(has_modal(tree, at) for at in rest):
            rest = frozenset({index, index + 1})
        yield Draft(
            first,
            ordered_words(self._tree, first, index),
            frozenset({index} - rest),
            rest,
            demanded=not tree.is_negated(first),
            ultimatum=told is None or self._follows(first, index),
            doer=given
            if given is not None
            else self._before_colon(first)
            if told is None
            else told,
        )

    def _before_colon(self, verb: int) -> int | None:
        """Who stands before the colon of an order: "told Oslo it had a choice: leave or …"."""
        tree = self._tree
        colon = self._colon(verb)
        if colon < 0 or not is_order(tree, verb):
            return None
        before = range(colon - 1, tree.sentences[tree.sentence(verb)].first - 1, -1)
        named = (at for at in before if tree.tokens[at].entity.endswith(("GPE", "NORP")))
        return next((at for at in named if self._is_told_of(at)), None)

    def _is_told_of(self, at: int) -> bool:
        """Whether a name is of whom something is told, or who is told it: not who tells it."""
        token = self._tree.tokens[at]
        above = self._tree.tokens[token.head]
        if token.dep in SUBJECTS:
            return above.dep == "ccomp"
        return token.dep in ("dobj", "dative", *PASSIVE_SUBJECTS) or (
            token.dep == "pobj" and above.lemma in _WHOM
        )

    def _is_set(self, index: int) -> bool:
        """Whether an ultimatum is spelt out behind a colon, and what would befall behind this "or"."""
        tree = self._tree
        colon = self._colon(index)
        named = any(
            tree.tokens[at].lemma in _ULTIMATUMS for at in self._words_before(max(colon, 0))
        )
        return colon > 0 and named and befalls(tree, index) and not has_modal(tree, index - 1)

    def _ultimatum(self, index: int) -> Draft:
        """Reads "Oslo's ultimatum ends on Friday: hand over the crew or see its ports closed"."""
        last = self._tree.sentences[self._tree.sentence(index)].last
        first = self._colon(index) + 1
        end = next((at for at in range(index, last) if self._tree.tokens[at].text in ",;"), last)
        words = frozenset(range(first, index))
        rest = frozenset(range(index + 1, end))
        return Draft(first, words, frozenset({index}), rest, demanded=True, ultimatum=True)

    def _colon(self, index: int) -> int:
        """The colon before a word in its sentence; -1 for none."""
        first = self._tree.sentences[self._tree.sentence(index)].first
        colons = (at for at in range(first, index) if self._tree.tokens[at].text == ":")
        return max(colons, default=-1)

    def _joined(self, index: int) -> int:
        """The verb that an "or" joins to a later one, also where the parser joins the names between them.

        Of "must stop selling or face", "has given them a day to leave, or it will", the one that is ordered.
        """
        tree = self._tree
        head = tree.tokens[index].head
        if tree.tokens[head].pos in ("VERB", "AUX"):
            if tree.tokens[head].tag == "VBG" and tree.tokens[head].dep == "xcomp":
                return tree.tokens[head].head
            below = sorted(at for at in tree.subtree(head) if head < at < index)
            before = self._words_before(head)  # "has a day to leave, she said, or …"
            timed = (at for at in (*below, *before) if tree.tokens[at].tag == "VB")
            return next((at for at in timed if self._given_time(at) is not None), head)
        if befalls(tree, index) and not self._is_joined(
            index + 1
        ):  # "to free its crew or | face", which the parser takes for a noun
            verb = next((at for at in tree.ancestors(head) if tree.tokens[at].pos == "VERB"), head)
            gerund = tree.tokens[verb].tag == "VBG" and tree.tokens[verb].dep == "xcomp"
            return tree.tokens[verb].head if gerund else verb
        later = range(index + 1, tree.sentences[tree.sentence(index)].last)
        verb = next((at for at in later if tree.tokens[at].pos in ("VERB", "AUX")), head)
        verb = tree.tokens[verb].head if tree.tokens[verb].dep == "aux" else verb
        above = tree.tokens[verb].head
        coming = has_modal(tree, verb) and tree.tokens[verb].dep in ("ccomp", "advcl", "dep")
        if above > index:  # "to free it or | Oslo will close its ports, the minister said"
            return next((at for at in tree.ancestors(head) if tree.tokens[at].pos == "VERB"), head)
        if not (coming or tree.tokens[verb].dep == "conj"):
            return head
        verbs = (at for at in (above, *tree.ancestors(above)) if tree.tokens[at].pos == "VERB")
        return next(verbs, above)

    def _is_joined(self, at: int) -> bool:
        """Whether the parser joins a verb to a verb."""
        token = self._tree.tokens[at]
        verbs = {token.pos, self._tree.tokens[token.head].pos} <= {"VERB", "AUX"}
        return verbs and token.dep == "conj"

    def _words_before(self, verb: int) -> range:
        """The words of the sentence before a verb."""
        return range(self._tree.sentences[self._tree.sentence(verb)].first, verb)

    def _is_either(self, at: int) -> bool:
        """Reads "either Oslo leaves …", "Oslo had better leave"."""
        words = (self._tree.tokens[at].lemma, self._tree.tokens[at + 1].text)
        return (
            words[0] == "either"
            or words == ("have", "better")
            or (words[0] == "well" and self._tree.tokens[at].text == "better")
        )

    def _given_time(self, verb: int) -> int | None:
        """Whom "has until Friday to leave", "gave Oslo a day to leave" gives a time to do it."""
        tree = self._tree
        up = tree.tokens[verb].head
        if not any(tree.tokens[at].tag == "TO" for at in tree.children(verb, "aux")):
            return None
        if tree.tokens[up].lemma in _ULTIMATUMS and tree.tokens[up].pos == "NOUN":
            up = tree.tokens[up].head
        if (
            tree.tokens[up].dep == "relcl"
        ):  # "gave the officers who hold the port | a week to leave"
            giving = tree.tokens[tree.tokens[up].head].head
            up = giving if tree.tokens[giving].lemma in GIVING else up
        if tells_time(tree, up):  # "until 6 August | to leave"
            above = (at for at in tree.ancestors(up) if tree.tokens[at].pos == "VERB")
            up = next(above, up)
        below = {at for at in tree.subtree(up) if at < verb}
        timed = any(tells_time(tree, at) for at in below)
        timed = timed or any(tree.tokens[at].lemma in _ULTIMATUMS for at in below)
        if tree.tokens[up].lemma == "have":
            return tree.child(up, *SUBJECTS) if timed else None
        if tree.tokens[up].lemma in GIVING and timed:
            whom = (tree.child(up, *deps) for deps in (("dative", *PASSIVE_SUBJECTS), ("dobj",)))
            return next((at for at in whom if at is not None), None)
        return None

    def _follows(self, first: int, index: int) -> bool:
        """Whether what follows an "or" is a clause: "or we will fire", "or face war"."""
        clause = range(index + 1, end_of(self._tree, first, index))
        return befalls(self._tree, index) or any(has_modal(self._tree, at) for at in clause)

    def _bound_to(self, verb: int) -> int | None:
        """Who "has to leave", "needs to leave", "is to leave by Friday"."""
        tree = self._tree
        aims = any(tree.tokens[at].tag == "TO" for at in tree.children(verb, "aux"))
        above = tree.tokens[verb].head
        now = tree.tokens[above].tag in ("VBZ", "VBP") and tree.tokens[verb].dep == "xcomp"
        bound = tree.tokens[above].lemma in _BINDING and not tree.is_negated(above)
        return tree.child(above, *SUBJECTS) if aims and now and bound else None

    def _told_to(self, verb: int, *, urged: bool = False) -> int | None:
        """Whom "told the envoy to leave" orders it, or "warned the envoy not to stay".

        And of whom it is asked in "demanded that the envoy leave"; `urged`: also "advised the envoy to leave".
        """
        tree = self._tree
        above = tree.tokens[verb].head
        if tree.tokens[above].pos == "NOUN" and tree.tokens[above].lemma == "term":
            above = tree.tokens[
                tree.tokens[above].head
            ].head  # "told it in no uncertain terms | to"
        asked = tree.tokens[verb].tag == "VB" and tree.tokens[verb].dep == "ccomp"
        if asked and tree.tokens[above].lemma in self._demanding and not has_modal(tree, verb):
            return tree.child(verb, *SUBJECTS)
        aims = any(tree.tokens[at].tag == "TO" for at in tree.children(verb, "aux"))
        telling = self._ordering | self._warning | (self._urging if urged else frozenset())
        if not aims or tree.tokens[above].lemma not in telling:
            return None
        told = tree.child(above, "dobj", "dative", *PASSIVE_SUBJECTS)
        on = (at for at in tree.children(above, "prep") if tree.tokens[at].lemma in ASKED)
        return told if told is not None else next((tree.child(at, "pobj") for at in on), None)

    def _let(self, verb: int) -> bool:
        """Reads "let Oslo leave, or …"."""
        token = self._tree.tokens[verb]
        return (
            token.dep == "ccomp"
            and is_order(self._tree, token.head)
            and self._tree.tokens[token.head].lemma == "let"
        )

    def _failing(self, index: int) -> Iterator[Draft]:
        """Reads "gave Oslo a day to leave, failing which the bloc will act", "demanded that it leave, failing which"."""
        tree = self._tree
        sentence = tree.sentences[tree.sentence(index)]
        if index + 1 >= sentence.last or tree.tokens[index + 1].lemma != "which":
            return
        asked = self._before.among(sentence.first, index)
        if asked is not None and asked.demanded:
            rest = frozenset(range(index + 2, sentence.last))
            marker = frozenset((index, index + 1))
            words = frozenset(at for at in asked.words if at < index)
            yield Draft(
                asked.head, words, marker, rest, demanded=True, ultimatum=True, doer=asked.doer
            )

    def _verb_above(self, index: int) -> int:
        tree = self._tree
        ups = [at for at in tree.ancestors(index) if tree.tokens[at].pos == "VERB"]
        nearest = next(iter(ups), tree.tokens[index].head)
        if tree.tokens[nearest].tag == "VBG" and tree.tokens[nearest].dep == "xcomp":
            return tree.tokens[nearest].head  # "stop | dredging or else"
        return nearest
