"""Times, as TIMEX3 understands them."""
