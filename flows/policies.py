"""The policy of a job: the file that is named, or the nearest one."""

from __future__ import annotations

from pathlib import Path

from checks.policy import Policy, find_policy, load_policy, require_known_codes
from reports.told_rules import told_rules


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
    return (read_policy(path), str(path)) if path is not None else (Policy(), "")


def read_policy(path: Path) -> Policy:
    """Read a policy whose rules exist.

    Args:
        path: The file.

    Raises:
        PolicyError: If it cannot be read or followed, or names rules that do not exist.
    """
    policy = load_policy(path)
    require_known_codes(policy, told_rules(), str(path))
    return policy
