"""Who would give an adverse response: the subject of its verb, its owner, whom another verb leads to it."""

from __future__ import annotations

from collections.abc import Collection

from sayso.books.cues import CueBook
from sayso.books.redlines import RedLineBook
from sayso.reading.en.attribution.evidence import Evidence
from sayso.reading.en.attribution.participants import agent_of, can_speak, possessor, subject
from sayso.reading.en.conditions.responses_plain import Match
from sayso.reading.en.conditions.responses_words import ResponseWording
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS

_BOUND = ("xcomp", "acomp", "oprd")
_RAISED = (*SUBJECTS, *PASSIVE_SUBJECTS)
_ASKING = frozenset(
    {"demand", "seek", "request", "propose", "ask", "push", "want", "lobby", "pursue"}
)
_ANY = frozenset({"any", "every", "each", "no", "another"})
_KEEPING = frozenset({"stop", "prevent", "keep", "deter", "hinder", "dissuade", "restrain", "hold"})
_KINDS = frozenset({"federal", "national", "transitional", "interim", "central", "provisional"})
_NOBODY = frozenset({"nothing", "nobody", "no", "none", "neither"})
_PARTICIPLES = frozenset({"VBN", "VBD"})  # the parser takes many a participle for the past tense

_ORDERS = frozenset({"order", "instruction", "command"})


class Responders:
    """Reads who one article's responses are by."""

    def __init__(
        self, evidence: Evidence, cues: CueBook, book: RedLineBook, words: ResponseWording
    ) -> None:
        self._evidence = evidence
        self._tree = evidence.tree
        self._cues = cues
        self._book = book
        self._words = words

    def is_own(self, words: Collection[int]) -> bool:
        """Whether a noun phrase is the speaker's "we", or what is theirs; not who "takes our ships"."""
        own = (at for at in words if self._tree.tokens[at].text.lower() in self._book.own)
        return any(not self._is_clause(at, words) for at in own)

    def _is_clause(self, at: int, words: Collection[int]) -> bool:
        """Whether a word stands in a relative clause within these words."""
        ups = (at, *self._tree.ancestors(at))
        return any(up in words and self._tree.tokens[up].dep == "relcl" for up in ups)

    def is_body(self, words: Collection[int]) -> bool:
        """Whether a noun phrase is a power's own body that names none: "the navy", "the People's Army"."""
        tokens = self._tree.tokens
        known = self._book.bodies.civil | _KINDS  # "the Federal Government" is nobody else
        named = any(tokens[at].pos == "PROPN" and tokens[at].lemma not in known for at in words)
        if named and tokens[min(words)].lemma != "the":
            return False
        if any(tokens[at].entity.endswith(("GPE", "NORP")) for at in words):
            return False
        civil = frozenset() if named or self._is_many(words) else self._book.bodies.civil
        return self.is_lemma(words, self._book.bodies.armed | civil)

    def _is_many(self, words: Collection[int]) -> bool:
        """Whether any of several powers is meant: "countries that …", "any country"."""
        tokens = self._tree.tokens
        head = next((at for at in sorted(words) if tokens[at].head not in words), min(words))
        lands = tokens[head].lemma.lower() in self._book.bodies.lands
        return lands and (tokens[head].tag == "NNS" or tokens[min(words)].lemma in _ANY)

    def is_lemma(self, words: Collection[int], lemmas: Collection[str]) -> bool:
        """Whether the head of a noun phrase is one of these lemmas."""
        tokens = self._tree.tokens
        head = next((at for at in sorted(words) if tokens[at].head not in words), min(words))
        return tokens[head].lemma.lower() in lemmas

    def is_passive(self, verb: int) -> bool:
        """Whether a response stands in the passive, or under one: "orders had been given to strike"."""
        return self._tree.is_passive(self.first_of(verb)) or self._is_ordered(verb)

    def by_whom(self, match: Match) -> set[int] | None:
        """Reads "would lead to a ban *by Oslo*": who would give the answer that a noun names."""
        tree = self._tree
        if match.pattern.says.copular:
            return None  # "an act of war by Oslo"
        nouns = [at for at in match.words if tree.tokens[at].pos == "NOUN"]
        led = [tree.tokens[tree.tokens[at].head].head for at in nouns]  # "lead | to | a ban | by"
        led = [at for at in led if tree.tokens[at].lemma in self._book.warnings.bringing]
        by = (one for at in (*nouns, *led) for one in tree.children(at, "prep"))
        whom = (tree.child(one, "pobj") for one in by if tree.tokens[one].lemma == "by")
        named = (at for at in whom if at is not None and tree.tokens[at].pos in ("PROPN", "PRON"))
        return next((tree.subtree(at) for at in named), None)

    def _is_ordered(self, verb: int) -> bool:
        tree = self._tree
        above = tree.tokens[verb].head
        ordered = tree.child(above, *PASSIVE_SUBJECTS) if tree.is_passive(above) else None
        return ordered is not None and ordered < verb and tree.tokens[ordered].lemma in _ORDERS

    def first_of(self, verb: int) -> int:
        """The participle that another shares its helping verbs with: "be seen as war and | answered"."""
        tree, at = self._tree, verb
        while tree.tokens[at].dep == "conj" and tree.tokens[at].tag in _PARTICIPLES:
            if tree.children(at, *SUBJECTS, *PASSIVE_SUBJECTS, "aux", "auxpass"):
                return at
            at = tree.tokens[at].head
        return at if tree.tokens[at].tag == "VBN" else verb

    def _is_somebody(self, noun: int) -> bool:
        """Whether a passive's "by" names who acts, not what it is done with: "by the army", "by a reckoning"."""
        token = self._tree.tokens[noun]
        if token.lemma in self._book.warnings.means | self._book.acts.words:
            return False
        armed = self._book.bodies.armed | self._book.acts.sent
        known = token.lemma in armed or self._evidence.party({noun}).actor is not None
        return known or can_speak(self._tree, self._cues, {noun})

    def of(self, head: int, *, regards: bool) -> set[int] | None:
        """Who would respond, or None where that is left open."""
        tree = self._tree
        if not self._words.is_verb(head):
            return self._owner(head)
        if self.is_passive(head):
            agent = agent_of(tree, head)
            return tree.subtree(agent) if agent is not None and self._is_somebody(agent) else None
        if regards and tree.child(head, "dobj") is None:
            return None  # "would be an act of war": nobody holds it to be one
        if tree.children(head, "expl"):
            return None  # "there will be a price"
        lent = tree.tokens[head].dep == "acl" and not tree.children(
            head, *SUBJECTS
        )  # "reserve the right to respond", "risks losing"
        verb = tree.tokens[head].head if lent else head
        if lent and tree.tokens[verb].dep in ("dobj", "appos"):
            verb = tree.tokens[verb].head
        led = self.led(verb)
        found = led if led is not None else subject(tree, self._cues, verb)
        found = found or self._bound(verb) or self._of_telling(verb)
        finite = tree.tokens[verb].head if tree.tokens[verb].dep == "xcomp" else verb
        if found is None and tree.tokens[finite].tag in ("VBZ", "NNS"):  # "Beijing reserves …"
            before = tree.children(finite, "compound", "amod")
            found = next(({at} for at in before if self._evidence.party({at}).actor), None)
        found = self._joined(finite) or found
        if not found or self._is_act(found, head):
            return self._joined_after(finite)
        return found

    def _of_telling(self, verb: int) -> set[int] | None:
        """Reads "Oslo says | will close the port", as headlines put it: who tells it would do it."""
        tree = self._tree
        above = tree.tokens[verb].head
        helps = [at for at in tree.children(verb, "aux") if tree.tokens[at].tag == "MD"]
        short = tree.tokens[verb].dep == "ccomp" and helps[:1] == [above + 1]
        return subject(tree, self._cues, above) if short else None

    def _bound(self, verb: int) -> set[int] | None:
        """Reads "Oslo stands ready to fire", "is prepared to fire", "is considering firing": whose deed it would be."""
        tree, at = self._tree, verb
        while tree.tokens[at].dep in _BOUND and not tree.children(at, *_RAISED):
            at = tree.tokens[at].head
            if tree.tokens[at].lemma not in self._book.warnings.poised:
                return None
        who = tree.child(at, *_RAISED)
        return tree.subtree(who) if who is not None and at != verb else None

    def _joined(self, verb: int) -> set[int] | None:
        """Reads "by June or Oslo will halt": the subject that the parser joins to a name before the "or"."""
        tree = self._tree
        helps = tree.children(verb, "aux")
        if not helps or tree.tokens[verb].dep != "conj" or tree.children(verb, *SUBJECTS):
            return None
        before = min(helps) - 1
        return {before} if self._is_joined(before) else None

    def _joined_after(self, verb: int) -> set[int] | None:
        """Reads "one more raid and Oslo will fire": the same where the parser joins it to an act's name."""
        tree = self._tree
        helps = [at for at in tree.children(verb, "aux") if tree.tokens[at].tag == "MD"]
        before = min(helps, default=0) - 1
        return {before} if before > 0 and self._is_joined(before) else None

    def _is_joined(self, at: int) -> bool:
        """Whether a name or "we" stands right behind an "and" or an "or" that joins it to another noun."""
        token = self._tree.tokens[at]
        joined = token.dep == "conj" and self._tree.tokens[at - 1].dep == "cc"
        return joined and token.pos in ("PROPN", "PRON")

    def led(self, verb: int) -> set[int] | None:
        """Reads "would force Oslo to respond": whom the verb above leads to it, or who orders it."""
        tree = self._tree
        above = tree.tokens[verb].head
        if tree.tokens[verb].dep == "pcomp":
            if tree.tokens[above].lemma == "but":  # "has no choice but to go to court"
                return subject(tree, self._cues, tree.tokens[above].head)
            driven = tree.child(tree.tokens[above].head, "dobj")
            if tree.tokens[above].lemma == "into" and driven is not None:
                return tree.subtree(driven)  # "would push Oslo into mining the bay"
            return self._kept(tree.tokens[above].head)
        if tree.tokens[verb].dep not in ("xcomp", "ccomp") or verb < above:
            return None
        led = tree.child(above, "dobj")
        aims = any(tree.tokens[at].tag == "TO" for at in tree.children(verb, "aux"))
        bears = tree.tokens[verb].lemma in self._book.framed.enduring
        if bears and led is not None and aims:
            return tree.subtree(led)  # "told Oslo to expect it"
        if tree.tokens[above].lemma in self._book.warnings.ordering:
            return subject(tree, self._cues, above)  # "will ask the alliance to strike"
        if led is None or not aims or not above < led < verb:
            return None
        return tree.subtree(led)

    def _kept(self, verb: int) -> set[int] | None:
        """Reads "nothing will stop Oslo from closing it": whom nothing keeps from it; "is justified in closing it"."""
        tree = self._tree
        who = tree.child(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
        whom = tree.child(verb, "dobj")
        if who is None or tree.tokens[verb].lemma not in _KEEPING | self._book.warnings.poised:
            return None
        if tree.tokens[verb].lemma not in _KEEPING:
            return tree.subtree(who)
        nobody = tree.tokens[min(tree.subtree(who))].lemma.lower() in _NOBODY
        return tree.subtree(whom) if nobody and whom is not None else None

    def _owner(self, noun: int) -> set[int] | None:
        """Whose retaliation it is: "our", "Rome's", "Italian", or who takes the measures."""
        tree = self._tree
        owner = possessor(tree, noun)
        if owner and not self._is_removal(noun):
            return owner
        asker = self._asker(noun)
        if asker:
            return asker
        for before in tree.children(noun, "amod", "compound"):
            if tree.tokens[before].entity.endswith(("NORP", "GPE")):
                return {before}
        verb = tree.tokens[noun].head
        if tree.tokens[noun].dep == "dobj" and tree.tokens[verb].lemma in self._book.warnings.doing:
            found = subject(tree, self._cues, verb)
            return found if found and not self._is_act(found, verb) else None
        return None

    def _asker(self, noun: int) -> set[int] | None:
        """Reads "would demand European sanctions", "would push for sanctions": who wants others to answer."""
        tree = self._tree
        verb = tree.tokens[noun].head
        if tree.tokens[noun].dep == "pobj" and tree.tokens[verb].lemma == "for":
            verb = tree.tokens[verb].head
        elif tree.tokens[noun].dep != "dobj":
            return None
        asks = tree.tokens[verb].lemma in _ASKING | self._book.warnings.urging
        return subject(tree, self._cues, verb) if asks else None

    def _is_removal(self, noun: int) -> bool:
        """Reads "expulsion from the club": whence, and not by whom."""
        tree = self._tree
        prepositions = {tree.tokens[at].lemma for at in tree.children(noun, "prep")}
        return tree.tokens[noun].lemma in self._book.warnings.removing and "from" in prepositions

    def _is_act(self, words: Collection[int], verb: int) -> bool:
        """Whether a noun phrase stands for an act, not for somebody or for what is the speaker's."""
        if self.is_own(words):
            return False
        tokens = self._tree.tokens
        head = next((at for at in sorted(words) if tokens[at].head not in words), min(words))
        if tokens[head].tag in ("DT", "WDT", "EX"):
            return True
        if tokens[head].lemma == "it":
            known = self._book.regards | self._book.warnings.bringing
            brings = tokens[verb].lemma in known
            return brings and self._evidence.party(words).actor is None
        # "Danish missiles would rain on them"
        sent = tokens[head].lemma in self._book.bodies.armed and self._tree.children(verb, "prep")
        if sent and any(tokens[at].entity.endswith(("NORP", "GPE")) for at in words):
            return False
        return tokens[head].lemma in self._book.acts.words
