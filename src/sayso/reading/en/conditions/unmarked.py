"""Conditions without a marker: an act as the subject, the object or the topic of what would follow from it."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.books.redlines import RedLineBook
from sayso.reading.en.conditions.acts import Acts
from sayso.reading.en.conditions.always import Always
from sayso.reading.en.conditions.anybody import (
    by_whom,
    gone_on,
    is_any,
    is_any_doing,
    is_some,
    is_somebodys,
    of_whoever,
    whoever,
    with_anyone,
)
from sayso.reading.en.conditions.drafts import Draft, has_modal, is_none, tidy
from sayso.reading.en.conditions.framed_acts import framed, lest
from sayso.reading.en.conditions.infinitives import to_do
from sayso.reading.en.conditions.kept_for import awaited, by_doing, is_doing, is_meant
from sayso.reading.en.conditions.occasioned import lacking, upon
from sayso.reading.en.conditions.replies import is_in_reply
from sayso.reading.en.conditions.responses import Responses
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_ANY = frozenset({"any"})
_SOME = frozenset({"a", "an", "another"})
# Who rules or speaks, what is said or felt is no act, and what it brings no answer.
_LINES_OF_TALK = frozenset(
    {"spokesman", "spokeswoman", "official", "source", "report", "response", "warning", "president"}
    | {"minister", "leader", "mayor", "chief", "commander", "envoy", "administration"}
)
_MORE = frozenset({"new", "more", "further", "foreign", "additional", "such"})
_PAID = frozenset({"for", "to", "with"})
_AT = _PAID | {"at", "against", "over"}
_STRANGERS = frozenset({"foreigner", "alien", "outsider", "intruder", "trespasser"})
_MEASURED = ("npadvmod", "pobj", "oprd")
_WHILE = frozenset({"while", "as", "when", "whilst"})


class Unmarked:
    """Finds the conditions that only their place in the sentence shows."""

    def __init__(self, tree: Tree, book: RedLineBook, responses: Responses) -> None:
        self._tree = tree
        self._book = book
        self._responses = responses
        self._acts = Acts(tree, book)
        self._always = Always(tree, book)

    def find(self) -> Iterator[Draft]:
        """All unmarked conditions, in text order; all hold a response."""
        for index, token in enumerate(self._tree.tokens):
            if self._tree.sentence(index) < 0:
                continue
            if token.pos in ("VERB", "AUX"):
                yield from self._kept_for(index) or self._verb(index)
                yield from lacking(self._tree, self._acts, self._responses, index)
                yield from to_do(self._tree, self._responses, index)

    def _kept_for(self, verb: int) -> tuple[Draft, ...]:
        """What is told otherwise than by subject and object: these say the same again."""
        tree, responses = self._tree, self._responses
        return (
            *awaited(tree, responses, verb),
            *upon(tree, self._acts, responses, verb),
            *framed(tree, self._book, self._acts, responses, verb),
            *lest(tree, verb),
        )

    def _verb(self, verb: int) -> Iterator[Draft]:
        stands = self._standing(verb)
        if (
            stands is None
            or is_in_reply(self._tree, self._book, verb)
            or any(
                self._tree.tokens[mark].lemma in ("if", "unless")
                for clause in self._tree.children(verb, "advcl")
                for mark in self._tree.children(clause, "mark")
            )
        ):
            return
        whole = gone_on(self._tree, verb, self._anybody(verb, stands))
        thing = self._tree.child(verb, "dobj")
        if thing is not None and (stands == thing or self._tree.tokens[stands].head == thing):
            label = self._label(verb, thing)
            whole = whole & set(range(label or max(whole) + 1)) | {stands}
            for held in self._apposed(verb, thing):
                whole -= self._tree.subtree(held)
            if label is not None and is_any(
                self._tree, thing
            ):  # "treat any ship | docking there as …"
                whole |= set(range(min(self._tree.subtree(thing)), label))
        condition = tidy(self._tree, whole, stands)
        rest = self._tree.subtree(verb) - whole
        rest -= {at for at in self._tree.children(verb, "mark", "cc", "punct") if at < verb}
        if self._responses.find(rest):
            omitted = self._tree.tokens[stands].lemma in self._book.acts.omitting
            doer = by_whom(self._tree, verb, condition)
            yield Draft(
                stands, frozenset(condition), rest=frozenset(rest), demanded=omitted, doer=doer
            )

    def _anybody(self, verb: int, stands: int) -> int:
        """With the verb of what anybody might do, those who might: "ships that pass"."""
        above = self._tree.tokens[stands].head
        clause = self._tree.tokens[stands].dep
        of_subject = above in self._tree.children(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
        any_ = is_any(self._tree, above)
        held = any_ or self._is_sent(verb, above)
        held = held and above in self._tree.children(verb, "dobj")
        of_subject = of_subject or any_
        whole = clause == "relcl" if of_subject and not any_ else clause in ("relcl", "acl")
        return above if whole and (of_subject or held) else stands

    def _standing(self, verb: int) -> int | None:
        """What stands for the condition: an act as subject, what is held to be one, or what is borne."""
        tree = self._tree
        thing = tree.child(verb, "dobj")
        anyone = self._anyone(verb, thing) if thing is not None else None
        if thing is not None and self._label(verb, thing) is not None:
            told = self._acts.is_act(thing) or (anyone is None and is_any_doing(tree, thing))
            if told:
                return thing if has_modal(tree, verb) else None
        anything = anyone if anyone is not None else self._paid_for(verb, for_any=True)
        if anything is None:
            anything = with_anyone(self._tree, verb) or by_doing(tree, verb, thing)
        subject = tree.child(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
        if anything is not None or subject is None:
            return anything
        before = {tree.tokens[at].lemma for at in tree.children(subject, "amod")}
        if before & self._book.acts.past:
            return None
        modal = (
            has_modal(tree, verb) or self._always.is_lasting(verb) or self._always.is_certain(verb)
        )
        doing = is_doing(tree, subject, self._book.acts.words)
        doing = doing or self._acts.is_act(subject) or self._acts.brings(verb, subject)
        if doing or self._becomes_target(verb):
            open_ = is_any(self._tree, subject) or self._is_unmet(verb, subject)
            open_ = open_ or is_meant(tree, verb, subject)
            return subject if modal or open_ else None
        clause = tree.tokens[subject].dep.startswith("csubj") and self._becomes_target(verb)
        if not modal and not is_meant(tree, verb, subject):
            return whoever(tree, subject) if clause else None
        if self._always.is_line(verb):
            return subject if self._is_done(subject) else self._imagined(subject)
        if not modal or self._always.crosses(verb):
            return subject
        acting = (
            whoever(self._tree, subject)
            or of_whoever(self._tree, subject)
            or self._imagined(subject)
            or self._paid_for(verb)
        )
        return acting if acting is not None else self._held(verb, thing)

    def _anyone(self, verb: int, thing: int) -> int | None:
        """Reads "would sink any ship that passes", "would repel any attack": what anybody might do to whom it is done."""
        if not (is_any(self._tree, thing) or self._is_sent(verb, thing)):
            return None
        labels = [at for at in self._tree.children(verb, "prep") if at < thing]
        if any(self._tree.tokens[at].lemma == "as" for at in labels) and has_modal(
            self._tree, verb
        ):
            return thing  # "would regard as a target | any brigade sent there"
        return whoever(self._tree, thing) or self._answered(verb, thing)

    def _is_done(self, subject: int) -> bool:
        """Whether a subject is what somebody does or sends; "quotas are a red line" tells a limit in talks."""
        token = self._tree.tokens[subject]
        sent = token.lemma in self._book.acts.sent
        known = self._acts.is_act(subject) or sent or token.tag == "VBG"
        return known or token.dep.startswith("csubj") or token.pos in ("PRON", "VERB")

    def _is_unmet(self, verb: int, subject: int) -> bool:
        """Reads "a blockade is an act of war": what any such act is."""
        first = self._tree.tokens[min(self._tree.subtree(subject))]
        present = self._tree.tokens[verb].tag in ("VBZ", "VBP")
        return present and first.lemma in _SOME and self._becomes_target(verb, named=False)

    def _held(self, verb: int, thing: int | None) -> int | None:
        """What is held to be something, or what is not borne with."""
        tree = self._tree
        if thing is not None and self._label(verb, thing) is not None:
            return thing
        if thing is not None and tree.tokens[verb].lemma in self._book.regards:
            judged = tree.child(thing, *SUBJECTS)  # "consider any raid an act of war"
            if judged is not None:
                return judged
            if self._apposed(verb, thing) and self._acts.is_act(thing):
                return thing  # "consider the raid | an act of war"
        if tree.is_negated(verb) or (is_none(tree, verb) and self._is_unborne(verb)):
            gerund = tree.child(verb, "xcomp") if thing is None else None
            if gerund is not None and tree.tokens[gerund].tag == "VBG" and self._is_unborne(verb):
                return gerund  # "will not tolerate | drilling there"
            return next(
                (
                    clause
                    for clause in tree.children(verb, "advcl")
                    if _WHILE & {tree.tokens[at].lemma for at in tree.children(clause, "mark")}
                ),
                thing,
            )
        return None

    def _apposed(self, verb: int, thing: int) -> list[int]:
        """Reads "would consider the raid | an act of war", which the parser takes for an apposition.

        Or, behind a measure, for one more: "beyond twelve miles | a cause for war".
        """
        tree = self._tree
        if tree.tokens[verb].lemma not in self._book.regards:
            return []
        behind = (at for at in sorted(tree.subtree(verb)) if at > thing)
        known = (one for one in behind if tree.tokens[one].lemma in self._book.responses)
        measured = [at for at in known if tree.tokens[at].dep in _MEASURED and is_some(tree, at)]
        return tree.children(thing, "appos") or measured

    def _is_unborne(self, verb: int) -> bool:
        """Whether the verb, where nobody does it, is an answer: "nobody will forgive"."""
        patterns = self._book.responses.get(self._tree.tokens[verb].lemma, ())
        return any(
            one.says.negated and one.says.kind == "deed" and len(one.lemmas) == 1
            for one in patterns
        )

    def _imagined(self, subject: int) -> int | None:
        """Reads "a no-fly zone would …": what is not yet there, told with an indefinite article."""
        tree = self._tree
        if tree.tokens[subject].pos != "NOUN" or tree.tokens[subject].lemma in _LINES_OF_TALK:
            return None
        before = {tree.tokens[at].lemma for at in tree.children(subject, "det", "amod", "poss")}
        even = tree.tokens[min(tree.subtree(subject))].text.lower() == "even"
        return subject if even or before & (_SOME | _MORE | _ANY) else None

    def _paid_for(self, verb: int, *, for_any: bool = False) -> int | None:
        """Reads "would pay dearly for …", "respond to any …": the act behind a response's "for" or "to"."""
        tree = self._tree
        if tree.tokens[verb].lemma not in self._book.responses:
            return None
        held = (verb, *tree.children(verb, "dobj"))
        for preposition in (at for head in held for at in tree.children(head, "prep")):
            governed = tree.child(preposition, "pobj", "pcomp")
            lemma = tree.tokens[preposition].lemma
            if lemma not in (_AT if for_any else _PAID) or governed is None:
                continue
            if for_any and not is_any(self._tree, governed):
                continue
            means = lemma == "with" and not self._acts.is_act(governed)
            if for_any and tree.tokens[governed].pos == "NOUN" and not means:
                return governed
            if tree.tokens[governed].tag == "VBG" or self._acts.is_act(governed):
                return governed
        return None

    def _answered(self, verb: int, thing: int) -> int | None:
        """Reads "would repel any attack": the act that a response's verb itself is done to."""
        tree = self._tree
        known = tree.tokens[verb].lemma in self._book.responses
        told = self._acts.is_act(thing) or is_somebodys(tree, thing)
        coming = has_modal(tree, verb) or (is_any(tree, thing) and self._is_to_come(verb))
        return thing if known and told and coming else None

    def _is_to_come(self, verb: int) -> bool:
        """Reads "will repel", "vowed to repel"."""
        return any(
            self._tree.tokens[at].tag in ("MD", "TO") for at in self._tree.children(verb, "aux")
        )

    def _is_sent(self, verb: int, thing: int) -> bool:
        """Reads "would sink ships that …", "would jail Danes who …": any of others', under a verb of conflict to come."""
        tree = self._tree
        known = tree.children(thing, "det", "poss", "nummod")
        sent = tree.tokens[thing].lemma in self._book.acts.sent | _STRANGERS
        sent = sent or any(
            tree.tokens[at].entity.endswith("NORP")
            for at in tree.children(thing, "amod", "compound")
        )
        return self._is_to_come(verb) and sent and not known and tree.tokens[thing].tag == "NNS"

    def _label(self, verb: int, thing: int) -> int | None:
        """The "as" of "would regard the sale as a hostile act", wherever the parser hangs it.

        And the "with" of "will answer the seizure with a blockade".
        """
        lemma = self._tree.tokens[verb].lemma
        label = "as" if lemma in self._book.regards else "with"
        if label == "with" and lemma not in self._book.warnings.answering:
            return None
        behind = (at for at in sorted(self._tree.subtree(verb)) if at > thing)
        return next((at for at in behind if self._tree.tokens[at].lemma == label), None)

    def _becomes_target(self, verb: int, *, named: bool = True) -> bool:
        """Whether the subject is held to be something; not who "would regard it as" that."""
        held = self._tree.tokens[verb].lemma in self._book.holding
        active = held and not self._tree.is_passive(verb)
        if active or self._tree.tokens[verb].lemma not in self._book.regards:
            return False
        labels = self._tree.children(verb, "attr", "prep", "oprd", "ccomp")
        return any(
            (response.named or not named) and response.kind == "answer"
            for label in labels
            for response in self._responses.find(self._tree.subtree(label))
        )
