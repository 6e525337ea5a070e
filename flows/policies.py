"""The policy of a job: the file that is named, or the nearest one."""

from __future__ import annotations

from pathlib import Path

from checks.policy import Policy, find_policy, load_policy


def chosen_policy(named: str | None) -> tuple[Policy, str]:
    """Read the policy of a job.

    Args:
        named: The file that the user named, nothing for the nearest one at or above the working folder.

    Returns:
        The policy, and the file it comes from, empty for the default policy.

    Raises:
        PolicyError: If the file cannot be read or followed.
    """
    path = Path(named) if named else find_policy(Path.cwd())
    return (load_policy(path), str(path)) if path is not None else (Policy(), "")
