"""A Reading: what extractors get of one article. Frozen and plain; never printed."""

from __future__ import annotations

from typing import Literal, NamedTuple

import msgspec

from sayso.model.bonds import Bond
from sayso.model.collation import LedgerUnion
from sayso.model.deals import Handover, RuleChange
from sayso.model.ledger import Act, Caveat, Force, Form, Link, Modality, Mode
from sayso.model.text import Actor, Article, Mention, Party, Span, When


class Token(NamedTuple):
    """A token: offsets in the article's text, Universal POS, Penn tag, dependency and head (index)."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str


class Sentence(NamedTuple):
    """A sentence: offsets in the text, its tokens [first, last), its paragraph, and if it is a heading."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    heading: bool


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """One act of speech, writing, thought or intention, with its chain from the outlet to the origin."""

    form: Form
    act: Act
    speaker: Party | None
    addressees: tuple[Party, ...] = ()
    cue: Span | None
    force: Force | None = None
    content: tuple[Span, ...]
    chain: tuple[Link, ...]
    occasion: str | None = None
    occasion_outlet: Party | None = None
    occasion_when: When | None = None
    modality: Modality = "asserted"
    when: When | None = None
    evidence: tuple[Span, ...] = ()
    caveats: tuple[tuple[str, str], ...] = ()


ArgumentRole = Literal[
    "agent",
    "patient",
    "goal",
    "source",
    "benefit",
    "via",
    "place",
    "under",
    "with",
    "of",
    "about",
    "against",
    "as",
    "between",
    "purpose",
    "subject",
]
Tense = Literal["past", "present", "future", "none"]


class Argument(msgspec.Struct, frozen=True, kw_only=True):
    """One argument of a predicate: its role, its words, and who it is where it can act or speak.

    `whole` are its words with the phrases behind them ("its frontier | with Oslo").
    `subject` is the role of whoever the clause beneath is about ("demanded that Oslo withdraw").
    `somebody`: whether the words name somebody who can act. `owner` is whose it is, where the words say
    so ("a Swiss offer", "the offer by Bern"). `own` of a pronoun in what is
    said: it can be the ``speaker``, or is the ``side`` that is spoken for ("we"). `unclear` of a pronoun: the
    text does not settle whom it stands for. `known`: the words begin as of somebody who was told of before
    ("the first", "both men"). `oneself`: they are whoever does it ("himself").
    """

    role: ArgumentRole
    span: Span
    whole: Span
    head: str
    party: Party
    somebody: bool = False
    owner: Party | None = None
    own: Literal["speaker", "side"] | None = None
    unclear: bool = False
    known: bool = False
    oneself: bool = False


class Predicate(msgspec.Struct, frozen=True, kw_only=True):
    """A verb or noun that says what happens, with its arguments.

    `senses` are those that the books give the word in this frame, as ``book:sense``. `attribution` and
    `condition` are indexes into the Reading: whose words it stands in, and of which condition it is part.
    `clause` covers the words of the predicate with all its arguments; `contexts` are the matters that
    they touch, as PLOVER names them. A noun has the tense of the verb that says that it took place
    ("launched an attack"), "none" where there is no such verb.
    """

    lemma: str
    noun: bool
    senses: tuple[str, ...]
    trigger: Span
    arguments: tuple[Argument, ...]
    negated: bool
    modality: Modality
    tense: Tense
    when: When | None
    attribution: int | None
    condition: int | None
    sentence: int
    clause: Span
    contexts: tuple[str, ...] = ()


class Response(msgspec.Struct, frozen=True, kw_only=True):
    """An adverse answer that a consequence holds.

    `actor` would give it, as far as the words say; `own` where they are the speaker's "we". `kind`: a
    ``deed`` is somebody's act ("we will close the strait"), an ``answer`` is one by its very word
    ("retaliation"), an ``effect`` may also come by itself ("consequences"), a ``line`` is `actor`'s that
    would be crossed ("a red line for Oslo").
    """

    span: Span
    kind: Literal["deed", "answer", "effect", "line"]
    actor: Party | None
    own: bool
    modes: tuple[Mode, ...]
    named: bool


class Conditional(msgspec.Struct, frozen=True, kw_only=True):
    """If this, then that: the words of the condition and of what is to follow from it.

    `marker` is what makes it a condition ("if", an inverted "should"), None where a subject stands for
    the condition ("such a step would …"). `attribution` is an index into the Reading. `consequence` is
    empty where only the act is warned against. `antecedent` are the words that the condition points
    back to ("if that happens"). `doer` is who would meet the condition; `deed` is true where it is an act
    at all, `named` where it says which; `demanded` where it is that something is not done, or not stopped.
    `own`: it has to do with what is the speaker's ("if our ships are stopped"); `welcome`: it is a
    request or a kindness ("if the sanctions are lifted").
    `hedges` are words that leave the consequence open; `private`: told behind closed doors.
    `against`: the act is by its word one against another power ("an attack"); `abroad`: somebody tells of
    an act whose office is for dealings with other powers ("the foreign ministry"). `announcer` is whose
    own deed somebody is told of where nobody is said to speak ("Oslo was told that Rome would …").
    """

    marker: Span | None
    condition: tuple[Span, ...]
    consequence: tuple[Span, ...]
    attribution: int | None
    sentence: int
    antecedent: tuple[Span, ...] = ()
    doer: Party | None = None
    deed: bool = False
    named: bool = True
    demanded: bool = False
    own: bool = False
    welcome: bool = False
    deadline: When | None = None
    responses: tuple[Response, ...] = ()
    hedges: tuple[Span, ...] = ()
    private: bool = False
    against: bool = False
    abroad: bool = False
    announcer: Party | None = None
    score: float | None = None


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One article as language: tokens, sentences, mentions, actors and attributions.

    `actors` are those that the article names, known to the books or not. `declared` are the sources that
    the article names anywhere (agencies, outlets, speakers of credits). Spans lie in the article's parts.
    `offices` gives the class of each role that a speaker or addressee holds now (``leader``, ``envoy`` …).
    """

    article: Article
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    conditions: tuple[Conditional, ...] = ()
    tagged: tuple[Conditional, ...] = ()
    offices: tuple[tuple[str, str], ...] = ()
    handovers: tuple[Handover, ...] = ()
    rule_changes: tuple[RuleChange, ...] = ()
    bonds: tuple[Bond, ...] = ()
    declared: tuple[Party, ...] = ()
    caveats: tuple[Caveat, ...] = ()


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """What extraction gives of one article, and all that collation sees of it."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    declared: tuple[Party, ...] = ()
    records: tuple[LedgerUnion, ...] = ()
