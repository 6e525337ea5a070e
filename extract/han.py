"""The class of Chinese characters for regular expressions."""

HAN = r"[^\W\x00-\xff①-⓿]"
"""A letter beyond Latin that is no circled number: a Chinese character, in Chinese text.

The plain range 一-龥 says nearly the same, but ``re`` takes two milliseconds to compile each pattern that holds it, and
the command line compiles hundreds before it can read a word.
"""
