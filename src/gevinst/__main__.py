"""``python -m gevinst``, where the command itself is not on the path."""

import sys

from gevinst.cli import main

sys.exit(main())
