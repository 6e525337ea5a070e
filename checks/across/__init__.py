"""Across the documents of a run: what each leaves to be compared by, who is alike, and what that means."""
