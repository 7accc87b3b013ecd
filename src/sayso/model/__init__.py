"""The records: one definition gives validation, JSON, JSON Schema and hashing.

``text``      what an article is made of: Span, Party, When, Actor, Mention, Article
``reading``   what extractors get of one article (never printed)
``ledger``    one article's records: Statement, Event, RedLine, Transfer, PolicyChange, Relation, Caveat
``collation`` what many articles say together: Story, Claim, Origin, Difference, Judgement, Brief
``ids``       content-hash ids
"""
