"""The containers that pictures come in: each is walked once, before any decoder runs."""
