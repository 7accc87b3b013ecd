"""The repairs in the order in which they are made.

First what each word is: names, verbs. Then what hangs on what: subjects, topics, sources, documents, names beside
nouns. Last the tellings that hold the rest of a sentence, and the clauses that hang on no telling yet.
"""

from __future__ import annotations

from sayso.reading.en.repairs import (
    apposed,
    asides,
    documents,
    idioms,
    interrupting,
    participles,
    quoted_as,
    sales,
    should,
    sources,
    subjects,
    tellers,
    topics,
    unknown_names,
    verbs,
)

REPAIRS = (
    *unknown_names.REPAIRS,
    sales.SALES,
    idioms.PERMITTED,
    verbs.SHOWN,
    verbs.PROGRAMMES,
    *verbs.LOOKALIKES,
    participles.BEHIND_NOUNS,
    participles.BEHIND_PREPOSITIONS,
    participles.BEFORE_VERBS,
    participles.DOERS,
    participles.USED,
    participles.COUNTED,
    idioms.ONWARD,
    subjects.GOVERNED,
    subjects.APPOSED,
    topics.TOPICS,
    verbs.AT_THE_END,
    subjects.HEARD,
    subjects.DOING,
    subjects.JOINED,
    sources.OPENING,
    documents.COPIES,
    documents.SIGHTINGS,
    sources.NEWSROOMS,
    sources.STATIONS,
    quoted_as.QUOTED_AS,
    documents.OCCASIONS_DATED,
    interrupting.INTERRUPTING,
    apposed.PLACED,
    apposed.IN_MARKS,
    apposed.ACCORDING,
    apposed.CITED,
    verbs.AS_THEY_PLAN,
    should.BEHIND,
    asides.BEFORE,
    tellers.TOLD_BY,
    asides.INVERTED,
    asides.SPLICED,
    asides.TOLD_THAT,
)
