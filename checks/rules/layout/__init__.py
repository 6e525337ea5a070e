"""Rules on layout: breaks and blanks inside sentences, doubled punctuation."""
