"""The commands, a module each: ``execute`` takes the parsed arguments and returns the exit code."""
