"""Shared pictures of one and the same place, found by looking at what was named: other frames, not other photos.

Three pairs of the photographs show one room each from two viewpoints (the frames of a robot's walk), and three of the
recorded gestures were filmed in one room by one camera, with another person each. To name one for the other as the same
scene, or as what cannot be told from it, is right; to call them the same photo is as wrong as ever.
"""

from __future__ import annotations

ROOMS = (
    ("photos/e9403b289433ec54.jpg", "photos/4575b44f5bd3da36.jpg"),
    ("photos/f6acda4823d1d25a.jpg", "photos/11fd8896bc2558a7.jpg"),
    ("photos/0ae0476922ffc905.jpg", "photos/7b22895cab2ef575.jpg"),
    ("scenes/vid_sample_videos_asl_gestures_",),
)
"""How the names of the pictures of each place begin."""


def one_place(name: str, other: str) -> bool:
    """Whether two pictures, by their names, show the same place."""
    return any(name.startswith(room) and other.startswith(room) for room in ROOMS)
