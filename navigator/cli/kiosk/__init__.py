"""A public terminal: one private walk after another, watched by a parent that starts over when nobody is there."""
