"""When and where it all runs: Prefect flows, the command line, settings."""
