"""What the ends of ranges mean, where several measures share them."""

from __future__ import annotations

from typing import Final

EITHER_WAY: Final = "unbounded; 0 for independence, negative for fewer than expected"
FROM_0: Final = "from 0, for independence"
INTERVAL_ENDS: Final = "the ends of 1 - alpha confidence"
P_VALUE: Final = "0 to 1"
SHARE: Final = "0, never together, to 1, never apart"
