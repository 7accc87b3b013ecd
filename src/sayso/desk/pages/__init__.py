"""The pages, one a file. Each has ``HANDLERS``: Litestar's route handlers; `desk: Desk` is given to them."""
