"""Provenance: has this photo been seen before, who took it, and does its caption fit?

A photo's bytes become facts, what people said about it becomes claims, matching finds the other photos it was made
from, rules hold facts against claims, and a report says what agrees, what contradicts and what cannot be told.
"""

__version__ = "0.1.0"
