"""Search in a store: words, phrases and names over articles and statements, with the passages that meet them.

``query``      what was typed, as a question      ``variants``   spellings of one name meet
``passages``   where the words stand              ``finding``    from what was typed to what was found
"""
