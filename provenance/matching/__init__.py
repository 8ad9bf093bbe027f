"""Pixels to fingerprints, and fingerprints to the known picture that this one was made from."""
