"""A small picture studio: solids, light, sky and film, with numpy and Pillow alone."""
