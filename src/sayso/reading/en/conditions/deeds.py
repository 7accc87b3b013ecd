"""What the verb or noun of a condition tells of the act: that it is one, is hostile, goes on, is owed."""

from __future__ import annotations

from sayso.books.redlines import RedLineBook
from sayso.reading.en.conditions.acts import is_doing_of
from sayso.reading.en.conditions.drafts import Draft
from sayso.reading.en.conditions.hostile import Hostile
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree


class Deeds:
    """Judges the acts of one article's conditions by the book of warnings."""

    def __init__(self, tree: Tree, book: RedLineBook, hostile: Hostile) -> None:
        self._tree = tree
        self._book = book
        self._hostile = hostile

    def is_act(self, noun: int) -> bool:
        """Whether a noun stands for what somebody does, sends or sets going."""
        tree = self._tree
        words = {tree.tokens[at].lemma for at in (noun, *tree.children(noun, "compound"))}
        armed = tree.tokens[noun].text.lower().removesuffix("s") in self._book.bodies.armed
        sent = bool(words & (self._book.acts.words | self._book.acts.sent))
        return armed or sent or is_doing_of(tree, noun)

    def goes_ahead(self, verb: int) -> bool:
        """Whether the verb tells that a plan is carried out: "if the road goes ahead"."""
        tree = self._tree
        lemma = tree.tokens[verb].lemma
        told = {f"{lemma} {tree.tokens[at].lemma}" for at in tree.children(verb, "prt", "advmod")}
        told |= {f"{lemma} {tree.tokens[at].lemma}" for at in tree.children(verb, "dobj", "attr")}
        who = tree.child(verb, *SUBJECTS)
        subject = tree.tokens[who].lemma if who is not None else ""
        for into in tree.children(verb, "prep"):  # "the contract goes to"
            told.add(f"{subject} {lemma} {tree.tokens[into].lemma}")
        for into in tree.children(verb, "prep"):
            what = tree.child(into, "pobj")
            if what is not None:  # "come into force"
                told.add(f"{lemma} {tree.tokens[into].lemma} {tree.tokens[what].lemma}")
        return not self._book.acts.proceeding.isdisjoint({lemma, *told})

    def is_hostile(self, verb: int) -> bool:
        """Whether the verb alone tells an act that is answered: "if they bomb the port"."""
        known = self._tree.tokens[verb].lemma in self._book.responses
        return known or bool(self._hostile.pattern(verb))

    def _is_armed(self, verb: int) -> bool:
        """Whether the verb alone tells harm done by arms to something: "if they bomb the port"."""
        if not self._tree.children(verb, "dobj", *PASSIVE_SUBJECTS):
            return False
        lemma = self._tree.tokens[verb].lemma
        known = (one for one in self._book.responses.get(lemma, ()) if one.lemmas == (lemma,))
        return any("military" in one.says.modes for one in (*known, *self._hostile.pattern(verb)))

    def is_against(self, draft: Draft) -> bool:
        """Whether the act is by its word one against another power: "an attack on the convoy"."""
        tree, head = self._tree, draft.head
        hostile = tree.tokens[head].lemma in self._book.acts.hostile or self._is_armed(head)
        above = tree.tokens[tree.tokens[head].head].lemma
        hostile = hostile or (tree.tokens[head].dep == "relcl" and above in self._book.bodies.lands)
        if self._moves_in(head):
            return True
        things = {
            tree.tokens[below].lemma
            for at in tree.children(head, "dobj", "prep", "compound", *PASSIVE_SUBJECTS)
            for below in tree.subtree(at)
        }
        return hostile and not things & (self._book.bodies.domestic | self._book.adverse.private)

    def _moves_in(self, head: int) -> bool:
        """Reads "the dispatch of troops to Oslo", "if the marines land": forces that are sent somewhere."""
        tree, acts, armed = self._tree, self._book.acts, self._book.bodies.armed
        if tree.tokens[head].lemma in acts.moving and tree.tokens[head].pos == "NOUN":
            moved = [tree.child(at, "pobj") for at in tree.children(head, "prep")]
            who = moved[0] if moved else None
        else:
            who = (
                tree.child(head, *SUBJECTS) if tree.tokens[head].lemma in acts.trespassing else None
            )
        return who is not None and tree.tokens[who].text.lower().removesuffix("s") in armed

    def is_told(self, draft: Draft) -> bool:
        """Whether the condition says what is done, not only what happens: "a sale of jets", "selling jets"."""
        token, acts = self._tree.tokens[draft.head], self._book.acts
        if token.lemma in acts.omitting:
            return False
        doing = token.text.endswith("ing") and bool(self._tree.children(draft.head, "prep"))
        return doing or token.tag.startswith("VB") or token.lemma in acts.words

    def is_owed(self, draft: Draft) -> bool:
        """Whether the condition is that something is not done: "if they fail to leave", "refuse to"."""
        omits = self._tree.tokens[draft.head].lemma in self._book.acts.neglecting
        return omits and bool(self._tree.children(draft.head, "xcomp"))

    def goes_on(self, draft: Draft) -> bool:
        """Whether the condition is that an act is not stopped."""
        tree = self._tree
        lemma = tree.tokens[draft.head].lemma
        beside = tree.children(draft.head, "prt")
        beside += [at for at in tree.children(draft.head, "prep") if tree.children(at, "pcomp")]
        told = {f"{lemma} {tree.tokens[at].lemma}" for at in beside}
        told |= set() if tree.child(draft.head, "prt") is not None else {lemma}
        return not self._book.acts.ongoing.isdisjoint(told)
