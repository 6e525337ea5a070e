"""Rules on masked and missing content: placeholders, unfilled slots, omissions and holes."""
