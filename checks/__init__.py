"""What is wrong with a document: relations between its claims, findings and the verdict."""

from checks.audit import Audit, audit
from checks.finding import Finding, Hit, Place
from checks.policy import Policy, PolicyError
from checks.relation import Member, Relation
from checks.rule import Example, Rule, all_rules

__all__ = [
    "Audit",
    "Example",
    "Finding",
    "Hit",
    "Member",
    "Place",
    "Policy",
    "PolicyError",
    "Relation",
    "Rule",
    "all_rules",
    "audit",
]
