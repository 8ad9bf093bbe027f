"""Benchmarks: speed and size, each against a peer in the same run. `make bench`."""
