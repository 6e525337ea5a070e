"""Rules on structure: numbering, declared counts, headings, references and pairs of marks."""
