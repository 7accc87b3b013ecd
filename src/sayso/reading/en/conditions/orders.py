"""Conditions in the clothes of an order: "or else", "do it and …", "otherwise", "the only way to avoid …"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.redlines import WarningWords
from sayso.reading.en.conditions.drafts import Draft, has_modal
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_OBLIGING = frozenset({"must", "should", "shall"})
_ULTIMATUMS = frozenset({"ultimatum", "deadline"})
_GIVING = frozenset({"give", "set", "issue", "present", "hand"})
_TIMES = ("DATE", "TIME")
_NARROW = frozenset({"only", "sole", "one"})
_WAYS = frozenset({"way", "chance", "means", "path", "exit", "choice", "option"})
_NEXT = frozenset({"more", "another", "any", "further"})
_SPLICED = frozenset({"you", "we", "i", "they"})
_PHRASES = ("prep", "relcl", "acl", "punct")


class Orders:
    """Finds what is ordered, and what follows if it is done or is not."""

    def __init__(self, tree: Tree, words: WarningWords) -> None:
        self._tree = tree
        self._avoiding = words.avoiding
        self._ordering = words.ordering
        self._warning = words.words
        self._demanding = words.demanding

    def find(self) -> Iterator[Draft]:
        """All such conditions, in text order."""
        for index, token in enumerate(self._tree.tokens):
            if self._tree.sentence(index) < 0:
                continue
            if token.lemma == "or" and token.dep == "cc":
                yield from self._or(index)
            elif token.lemma == "and" and token.dep == "cc":
                yield from self._and(index)
            elif token.text == "," and index + 1 < len(self._tree.tokens):
                yield from self._spliced(index)
            elif token.text == "failing":
                yield from self._failing(index)
            elif token.lemma == "otherwise":
                yield from self._otherwise(index)
            elif token.lemma in _WAYS and token.pos == "NOUN":
                yield from self._way_out(index)
            elif token.lemma in self._avoiding and token.pos == "VERB":
                yield from self._only_by(index)

    def _or(self, index: int) -> Iterator[Draft]:
        """Reads "withdraw or face the consequences", "must leave or we will fire", "leave or else".

        And "either Oslo leaves or we will fire".
        """
        tree = self._tree
        bare = tree.tokens[index + 1].lemma == "else" if index + 1 < len(tree.tokens) else False
        first = self._verb_above(index) if bare else self._joined(index)
        if tree.tokens[first].pos not in ("VERB", "AUX"):
            return
        modals = {tree.tokens[at].lemma for at in tree.children(first, "aux")}
        given = self._given_time(first)
        told = self._told_to(first)
        either = tree.child(first, "preconj")
        allowed = modals & _OBLIGING or given is not None or either is not None
        if not (allowed or told is not None or self._is_order(first)):
            return
        rest = frozenset(range(index + 1, self._end(first, index)))
        if bare and not any(has_modal(tree, at) for at in rest):
            rest = frozenset({index, index + 1})
        yield Draft(
            first,
            self._own(first, index),
            frozenset({index} - rest),
            rest,
            demanded=not tree.is_negated(first),
            ultimatum=told is None,
            doer=given if given is not None else told,
        )

    def _joined(self, index: int) -> int:
        """The verb that an "or" joins to a later one, also where the parser joins the names between them.

        Of "must stop selling or face", "has given them a day to leave, or it will", the one that is ordered.
        """
        tree = self._tree
        head = tree.tokens[index].head
        if tree.tokens[head].pos in ("VERB", "AUX"):
            if tree.tokens[head].tag == "VBG" and tree.tokens[head].dep == "xcomp":
                return tree.tokens[head].head
            timed = (at for at in tree.children(head, "xcomp", "advcl") if head < at < index)
            return next((at for at in timed if self._given_time(at) is not None), head)
        later = range(index + 1, tree.sentences[tree.sentence(index)].last)
        verb = next((at for at in later if tree.tokens[at].pos in ("VERB", "AUX")), head)
        verb = tree.tokens[verb].head if tree.tokens[verb].dep == "aux" else verb
        above = tree.tokens[verb].head
        if tree.tokens[verb].dep != "conj" or above > index:
            return head
        verbs = (at for at in (above, *tree.ancestors(above)) if tree.tokens[at].pos == "VERB")
        return next(verbs, above)

    def _given_time(self, verb: int) -> int | None:
        """Whom "has until Friday to leave", "gave Oslo a day to leave" gives a time to do it."""
        tree = self._tree
        up = tree.tokens[verb].head
        if not any(tree.tokens[at].tag == "TO" for at in tree.children(verb, "aux")):
            return None
        if tree.tokens[up].lemma in _ULTIMATUMS and tree.tokens[up].pos == "NOUN":
            up = tree.tokens[up].head
        if tree.tokens[up].entity.endswith(_TIMES):  # "until 6 August | to leave"
            above = (at for at in tree.ancestors(up) if tree.tokens[at].pos == "VERB")
            up = next(above, up)
        below = {at for at in tree.subtree(up) if at < verb}
        timed = any(tree.tokens[at].entity.endswith(_TIMES) for at in below)
        timed = timed or any(tree.tokens[at].lemma in _ULTIMATUMS for at in below)
        if tree.tokens[up].lemma == "have":
            return tree.child(up, *SUBJECTS) if timed else None
        if tree.tokens[up].lemma in _GIVING and timed:
            return tree.child(up, "dative", *PASSIVE_SUBJECTS) or tree.child(up, "dobj")
        return None

    def _told_to(self, verb: int) -> int | None:
        """Whom "told the envoy to leave" orders it, or "warned the envoy not to stay".

        And of whom it is asked in "demanded that the envoy leave".
        """
        tree = self._tree
        above = tree.tokens[verb].head
        asked = tree.tokens[verb].tag == "VB" and tree.tokens[verb].dep == "ccomp"
        if asked and tree.tokens[above].lemma in self._demanding and not has_modal(tree, verb):
            return tree.child(verb, *SUBJECTS)
        aims = any(tree.tokens[at].tag == "TO" for at in tree.children(verb, "aux"))
        if not aims or tree.tokens[above].lemma not in self._ordering | self._warning:
            return None
        return tree.child(above, "dobj", "dative", *PASSIVE_SUBJECTS)

    def _and(self, index: int) -> Iterator[Draft]:
        """Reads "cross the river and you will be hit", "let them cross it and they will see"."""
        tree = self._tree
        first = tree.tokens[index].head
        rest = range(index + 1, self._end(first, index))
        told = next((at for at in rest if tree.tokens[at].tag == "MD"), None)
        ordered = tree.tokens[first].tag[:2] == "VB" and self._is_order(first)
        if not (ordered or self._is_next(first)) or told is None:
            return
        if any(tree.tokens[at].text in ",;:" for at in range(index, told)):
            return
        words = self._own(first, index)
        head = tree.child(first, "ccomp") if tree.tokens[first].lemma == "let" else None
        if head is not None:
            words -= {first}
        yield Draft(first if head is None else head, words, rest=frozenset(rest))

    def _spliced(self, comma: int) -> Iterator[Draft]:
        """Reads "you touch our boats, we sink yours": what "you" do, and what it brings, side by side."""
        tree = self._tree
        who = comma + 1
        second = tree.tokens[who].head
        if tree.tokens[who].lemma.lower() not in _SPLICED or tree.tokens[who].dep not in SUBJECTS:
            return
        for first in tree.children(second, "ccomp", "advcl", "parataxis"):
            raised = tree.child(first, *SUBJECTS)
            bare = raised is not None and not tree.children(first, "aux", "mark")
            if first > comma or raised is None or tree.tokens[raised].lemma.lower() != "you":
                continue
            words = frozenset(at for at in tree.subtree(first) if raised <= at < comma)
            if bare and tree.tokens[first].tag in ("VB", "VBP") and max(words) == comma - 1:
                yield Draft(first, words, rest=frozenset(tree.subtree(second) - words))

    def _is_next(self, noun: int) -> bool:
        """Reads "one more raid and we will …": another act, which nobody has done yet.

        So it is of a bare noun at the start ("mess with them and …"), where the parser takes an order for one.
        """
        tree = self._tree
        start = tree.sentences[tree.sentence(noun)].first
        begins = all(tree.tokens[at].pos == "PUNCT" for at in range(start, noun))
        bare = not tree.children(noun, "det", "amod", "poss", "compound")
        if begins and bare and tree.tokens[noun].tag == "NN" and tree.children(noun, "prep"):
            return True
        before = {tree.tokens[at].lemma for at in tree.children(noun, "amod", "nummod", "det")}
        return tree.tokens[noun].pos == "NOUN" and bool(before & _NEXT)

    def _failing(self, index: int) -> Iterator[Draft]:
        """Reads "gave Oslo a day to leave, failing which the bloc will act"."""
        tree = self._tree
        sentence = tree.sentences[tree.sentence(index)]
        if index + 1 >= sentence.last or tree.tokens[index + 1].lemma != "which":
            return
        for verb in range(index - 1, sentence.first, -1):
            given = self._given_time(verb) if tree.tokens[verb].pos == "VERB" else None
            if given is not None:
                rest = frozenset(range(index + 2, sentence.last))
                marker = frozenset((index, index + 1))
                words = self._own(verb, index)
                yield Draft(verb, words, marker, rest, demanded=True, ultimatum=True, doer=given)
                return

    def _otherwise(self, index: int) -> Iterator[Draft]:
        """Reads "X must leave. Otherwise, we will open fire": the sentence before is the condition."""
        tree = self._tree
        number = tree.sentence(index)
        sentence = tree.sentences[number]
        before = tree.sentences[number - 1] if number else sentence
        if index > sentence.first + 1 or before.paragraph != sentence.paragraph:
            return
        if before is sentence:
            return
        inside = range(before.first, before.last)
        head = next((at for at in inside if tree.tokens[at].head == at), before.first)
        yield Draft(
            head,
            frozenset(inside),
            frozenset({index}),
            frozenset(range(index + 1, sentence.last)),
            demanded=not tree.is_negated(head),
        )

    def _way_out(self, way: int) -> Iterator[Draft]:
        """Reads "the only way to avoid war is to leave", "leaving is the only way to avoid war"."""
        tree = self._tree
        narrow = {tree.tokens[at].lemma for at in tree.children(way, "amod", "nummod")}
        avoided = next(
            (at for at in tree.children(way, "relcl", "acl") if self._avoids(at)),
            None,
        )
        thing = tree.child(avoided, "dobj", "ccomp") if avoided is not None else None
        if not narrow & _NARROW or avoided is None or thing is None:
            return
        verb = tree.tokens[way].head
        sentence = tree.sentences[tree.sentence(way)]
        colon = next(
            (at for at in range(thing, sentence.last) if tree.tokens[at].text == ":"), None
        )
        if colon is not None:
            words = {at for at in tree.subtree(self._after(colon, sentence.last)) if at > colon}
            head = next((at for at in sorted(words) if tree.tokens[at].head not in words), None)
        else:
            head = tree.child(verb, "xcomp", "csubj", "ccomp")
            words = tree.subtree(head) if head is not None else set()
        if head is not None and words and way not in words:
            rest = frozenset(tree.subtree(thing) - words)
            doer = tree.child(avoided, *SUBJECTS)
            yield Draft(head, frozenset(words), rest=rest, demanded=True, doer=doer)

    def _only_by(self, verb: int) -> Iterator[Draft]:
        """Reads "Oslo can avoid war only by leaving"."""
        tree = self._tree
        thing, doer = tree.child(verb, "dobj"), tree.child(verb, *SUBJECTS)
        if thing is None or not has_modal(tree, verb):
            return
        for by in tree.children(verb, "prep"):
            head = tree.child(by, "pcomp")
            only = tree.tokens[by - 1].lemma in _NARROW
            if head is not None and only and tree.tokens[by].lemma == "by":
                words, rest = tree.subtree(head), tree.subtree(thing, without=_PHRASES)
                yield Draft(head, frozenset(words), rest=frozenset(rest), demanded=True, doer=doer)

    def _after(self, colon: int, last: int) -> int:
        """The verb of what follows a colon."""
        tokens = self._tree.tokens
        return next((at for at in range(colon + 1, last) if tokens[at].pos == "VERB"), colon)

    def _avoids(self, verb: int) -> bool:
        return self._tree.tokens[verb].lemma in self._avoiding

    def _is_order(self, verb: int) -> bool:
        """Whether a verb is an imperative: a bare form with neither a subject nor "to" or "will"."""
        tree = self._tree
        bare = tree.tokens[verb].tag in ("VB", "VBP")
        return bare and not tree.children(verb, *SUBJECTS, "aux", "mark")

    def _own(self, first: int, before: int) -> frozenset[int]:
        """The words of what is ordered; not those before its colon ("an ultimatum: leave, or …")."""
        own = self._tree.subtree(first, without=("conj", "cc", "punct", "preconj"))
        start = self._tree.sentences[self._tree.sentence(first)].first
        colons = (at for at in range(start, first) if self._tree.tokens[at].text == ":")
        colon = max(colons, default=-1)
        return frozenset(at for at in own if colon < at < before)

    def _verb_above(self, index: int) -> int:
        tree = self._tree
        ups = tree.ancestors(index)
        return next((at for at in ups if tree.tokens[at].pos == "VERB"), tree.tokens[index].head)

    def _end(self, first: int, index: int) -> int:
        """Where what follows ends: before a telling that the parser hangs the order on."""
        tree = self._tree
        last = tree.sentences[tree.sentence(index)].last
        up = tree.tokens[first].head
        if up == first or tree.tokens[first].dep not in ("ccomp", "advcl", "dep") or up < index:
            return last
        told = [at for at in tree.children(up, *SUBJECTS) if at > index]
        return min([min(tree.subtree(told[0])) if told else up, up, last])
