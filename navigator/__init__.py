"""A career navigator for the command line: what you can do, what fits, what it pays here, what to do next."""

__version__ = "0.1.0"
