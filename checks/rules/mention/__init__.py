"""Family B: one thing mentioned twice, and words that say what the numbers should."""
