"""Ultimatums told by the time they leave: "gave Oslo until Friday to free the crew or face sanctions"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reading.en.attribution.found import Found
from sayso.reading.en.attribution.participants import noun_phrase
from sayso.reading.en.attribution.shapes import has_to
from sayso.reading.en.conditions.drafts import has_modal
from sayso.reading.tree import PASSIVE_SUBJECTS, SUBJECTS, Tree

_TIMES = ("DATE", "TIME")
_ULTIMATUMS = frozenset({"ultimatum", "deadline"})
_SETTING = frozenset({"set", "give", "issue", "hand"})
GIVING = frozenset({"give", "set", "issue", "present", "hand"})
# "; after that", "; beyond this": when the time has run out.
_PARTS, _AFTER, _THAT = (
    frozenset({";", ",", "—", "–"}),
    frozenset({"after", "beyond", "past", "following"}),
    frozenset({"that", "then", "this", "which"}),
)
_OWNERS = frozenset({"'s", "’s"})
# What befalls whoever does not do as told: "or face sanctions", "or see its ports closed".
BEFALLING = frozenset(
    {"face", "lose", "suffer", "forfeit", "risk", "bear", "pay", "see", "have", "find", "get", "be"}
    | {"meet", "watch", "expect", "die", "perish", "incur", "feel", "reap", "endure", "answer"}
    | {
        "brace",
        "confront",
        "prepare",
        "accept",
        "reckon",
        "contend",
        "cope",
        "live",
        "invite",
        "court",
        "await",
        "taste",
        "undergo",
    }
)
# Of the names of times those that the entities leave out most: "gave Oslo a week to leave".
_UNITS = frozenset(
    {"minute", "hour", "day", "night", "week", "weekend", "fortnight", "month", "year"}
)
_UNITS |= {
    "midnight",
    "noon",
    "midday",
    "dawn",
    "daybreak",
    "sunrise",
    "sunset",
    "sundown",
    "dusk",
    "nightfall",
    "noontime",
    "tomorrow",
    "tonight",
}


def tells_time(tree: Tree, at: int) -> bool:
    """Whether a word belongs to a time: "Friday", "48 | hours"."""
    token = tree.tokens[at]
    return token.entity.endswith(_TIMES) or token.lemma in _UNITS


def befalls(tree: Tree, either: int) -> bool:
    """Whether what follows an "or" is what befalls somebody, whatever the parser takes it for."""
    return tree.tokens[either + 1].lemma in BEFALLING


def gave_time(tree: Tree, verb: int) -> Iterator[Found]:
    """What somebody gives another a time to do, where "or" says what else will follow."""
    giver, given = _parties(tree, verb)
    if giver is None or given is None or tree.is_negated(verb):
        return
    unreal = any(tree.tokens[at].tag in ("MD", "TO") for at in tree.children(verb, "aux"))
    if unreal or tree.children(verb, "mark"):
        return  # "would give", "if it gives"
    clause = next(
        (at for at in sorted(tree.subtree(verb)) if at > given and has_to(tree, at)), None
    )
    failing = _failing(tree, verb) or (_failing(tree, clause) if clause is not None else set())
    failing = failing or (_or_will(tree, verb) if clause is not None else set())
    if clause is None or not (failing or _or_befalls(tree, clause)):
        return
    if not any(tells_time(tree, at) for at in range(min(given, verb) + 1, clause)):
        return
    yield Found(
        head=verb,
        cue=tree.verb_group(verb),
        act="speech",
        force="assertive",
        frame="demand",
        speaker=noun_phrase(tree, giver),
        hearer={at for at in noun_phrase(tree, given) if at < clause},
        content=tree.subtree(clause) | failing,
    )


def _parties(tree: Tree, verb: int) -> tuple[int | None, int | None]:
    """Who gives the time, and to whom; also as "Oslo was given a day by Rome"."""
    given = tree.child(verb, *PASSIVE_SUBJECTS)
    if given is None:
        giver = tree.child(verb, *SUBJECTS)
        if giver is not None and tree.tokens[giver].lemma in _ULTIMATUMS:
            whose = (tree.child(at, "pobj") for at in tree.children(giver, "prep"))
            giver = tree.child(giver, "poss") or next((at for at in whose if at is not None), None)
        return giver, tree.child(verb, "dative") or tree.child(verb, "dobj")
    by = tree.child(verb, "agent")
    return (tree.child(by, "pobj") if by is not None else None), given


def _failing(tree: Tree, verb: int) -> set[int]:
    """Reads "…, failing which the bloc will act", "…, after which it will act": what follows else."""
    clauses = (at for at in tree.children(verb, "advcl", "prep") if at > verb)
    found = (tree.subtree(at) for at in clauses if tree.tokens[at].text == "failing")
    failing = next((words for words in found if "which" in tree.words(words)), set())
    if failing:
        return failing
    below = sorted(tree.subtree(verb))
    which = (at for at in below if at > verb and tree.tokens[at].text == "which")
    after = next((at - 1 for at in which if tree.tokens[at - 1].lemma in ("after", "fail")), None)
    return {at for at in below if at >= after} if after is not None else _after_that(tree, verb)


def _after_that(tree: Tree, verb: int) -> set[int]:
    """Reads "…; after that, the port will be shut", "…; beyond that, …": to the end of the sentence."""
    tokens, last = tree.tokens, tree.sentences[tree.sentence(verb)].last
    for at in range(verb + 1, last - 2):
        parted = tokens[at].text in _PARTS and tokens[at + 1].lemma in _AFTER
        if parted and tokens[at + 2].text in _THAT:
            return {one for one in range(at + 1, last) if tokens[one].text != "."}
    return set()


def _or_will(tree: Tree, verb: int) -> set[int]:
    """Reads "…, or the port will be bombed": what will be else, where nobody tells the whole."""
    if tree.tokens[verb].dep != "ROOT":
        return set()
    either = [at for at in tree.children(verb, "cc") if tree.tokens[at].lemma == "or"]
    comes = (at for at in tree.children(verb, "conj") if has_modal(tree, at))
    joined = next((at for at in comes if either and at > either[0]), None)
    return tree.subtree(joined) | {either[0]} if joined is not None else set()


def running_out(tree: Tree, noun: int) -> Iterator[Found]:
    """Reads "Oslo's ultimatum to Rome ends on Sunday: free the crew or face sanctions"."""
    tokens = tree.tokens
    setting = next((at for at in tree.children(noun, "relcl") if _sets(tree, at)), None)
    owner = tree.child(setting, *SUBJECTS) if setting is not None else tree.child(noun, "poss")
    if owner is None and tokens[noun - 1].text in _OWNERS:
        owner = noun - 2  # the parser takes "'s" for a verb
    last = tree.sentences[tree.sentence(noun)].last
    colon = next((at for at in range(noun, last) if tokens[at].text == ":"), last)
    either = next((at for at in range(colon, last) if tokens[at].lemma == "or"), last)
    if owner is None or owner < 0 or either == last:
        return
    end = next((at for at in range(either, last) if tokens[at].pos == "PUNCT"), last)
    to = next((at for at in tree.children(noun, "prep") if tokens[at].lemma == "to"), None)
    told = tree.child(to, "pobj") if to is not None else None
    yield Found(
        head=noun,
        cue={noun},
        act="speech",
        force="assertive",
        frame="demand",
        speaker={owner} if owner == noun - 2 else noun_phrase(tree, owner),
        hearer=noun_phrase(tree, told) if told is not None else None,
        content=set(range(colon + 1, end)),
    )


def _sets(tree: Tree, verb: int) -> bool:
    return tree.tokens[verb].lemma in _SETTING


def is_ultimatum(tree: Tree, index: int) -> bool:
    """Whether a noun stands for a time given with a threat."""
    return tree.tokens[index].pos == "NOUN" and tree.tokens[index].lemma in _ULTIMATUMS


def _or_befalls(tree: Tree, clause: int) -> bool:
    """Whether "or" follows with what befalls whoever does not: "or face …", "or be bombed"."""
    ors = [at for at in tree.subtree(clause) if tree.tokens[at].lemma == "or" and at > clause]
    if any(befalls(tree, at) for at in ors):
        return True
    either = any(at in ors for at in tree.children(clause, "cc"))
    return either and any(tree.is_passive(at) for at in tree.children(clause, "conj"))
