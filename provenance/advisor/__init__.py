"""Asks a language model that the desk runs or rents, and only where a setting names it. What it says is checked."""
