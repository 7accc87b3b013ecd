"""Pure functions from what is told to figures: tables and shapes, before any markup."""
