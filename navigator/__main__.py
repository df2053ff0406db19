"""`python -m navigator` is `navigator`."""

from navigator.cli.main import main

if __name__ == "__main__":
    main()
