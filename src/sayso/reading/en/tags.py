"""Penn tags of verbs, by what a word in such a form can do. The tags: Marcus, Santorini and Marcinkiewicz 1993."""

from __future__ import annotations

# What has a tense: "said", "says", "say".
FINITE = frozenset({"VBD", "VBZ", "VBP"})
# The same where the form alone shows it: "say" may be an infinitive.
INFLECTED = frozenset({"VBD", "VBZ"})
# What can head a clause of its own: a tense, or a modal before an infinitive.
FINITE_OR_MODAL = FINITE | {"MD"}
# A clause or an order, "Stay away": any verb but participles.
FINITE_OR_BARE = FINITE_OR_MODAL | {"VB"}
# Past tense and participle, which the parser mixes up; and with the other tenses.
PAST_FORMS = frozenset({"VBD", "VBN"})
FINITE_OR_PAST = FINITE | PAST_FORMS
