"""Mistakes of the parser, put right in the tokens of a line before any rule reads them.

A repair is a function that looks closer at the words that it sees (`repair`); `order` lists all of them, and
`walk` applies them one after the other, so that each works on what those before it have put right.
"""
