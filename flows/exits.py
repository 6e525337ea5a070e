"""How a command ends: the exit codes, which publishing scripts rely on, and the error that is told to the user."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """How a command ended.

    Attributes:
        PASSED: Everything was checked and may be published.
        REFUSED: The gate says no.
        FAILED: The job could not be done: bad arguments, nothing to read, output not writable, a broken policy file, an
            internal error.
        INTERRUPTED: Somebody stopped it; 128 and the number of the interrupt, as shells have it.
    """

    PASSED = 0
    REFUSED = 1
    FAILED = 2
    INTERRUPTED = 130


class JobError(Exception):
    """The job cannot be done as asked; the message says why and what to do, in Chinese."""
