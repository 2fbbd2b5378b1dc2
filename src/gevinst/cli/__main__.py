"""``python -m gevinst.cli``: the same as the command ``gevinst``."""

import sys

from gevinst.cli import main

if __name__ == "__main__":
    sys.exit(main())
