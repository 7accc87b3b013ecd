"""Words taken out of the index for good."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, select

from sayso.stores.asking import Phrase, Term
from sayso.stores.dialect import Dialect
from sayso.stores.index import WHO, article_words, drop_words, names_of
from sayso.stores.tables import spellings


def erase_words(connection: Connection, dialect: Dialect, ids: Sequence[str]) -> None:
    """Take articles out of the index for good, while they and their records are still there.

    Names that no other article has lose their spellings as well. In SQLite nothing of the words stays in the
    index's own tables; for the pages of the file that become free, the connection's `secure_delete`
    decides.
    """
    brought = names_of(connection, ids)
    drop_words(connection, ids)
    for key, word in sorted(brought):
        named = dialect.meets(article_words, [Term((Phrase((WHO + word,)),))], ())
        if connection.scalar(select(article_words.c.rowid).where(named).limit(1)) is None:
            gone = (spellings.c.key == key, spellings.c.word == word)
            connection.execute(delete(spellings).where(*gone))
    dialect.sweep(connection)
