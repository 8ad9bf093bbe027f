"""Builders: real files and checked values for tests, each with sensible defaults."""
