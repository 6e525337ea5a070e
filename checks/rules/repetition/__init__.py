"""Rules on repetition: doubled words, repeated sentences, blocks and list items."""
