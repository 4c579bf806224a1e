"""Decorum beside its peers, on the neutral policies and comments of ../shared/bench."""
