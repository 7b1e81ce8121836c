"""`python -m mingbai`."""

from mingbai.cli import main

if __name__ == "__main__":
    main()
