"""What is particular to English.

`page`, `tags`, `words` and `phrases` are what all of it stands on. `repairs` puts the parser's mistakes right before
anything is read, one list of them in `repairs.order`. `names` tells who and what is named and who is who;
`quotations`, `attribution`, `chains` and `headlines` who said what, on whose say-so; `conditions`, `deals` and
`events` what is threatened, shipped and done; `times` and `quantities` when and how much.
"""
