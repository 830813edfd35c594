"""Settings of all tests."""

import os

from hypothesis import settings

# The gate must not depend on luck; a developer's run looks for new examples each time.
settings.register_profile("gate", derandomize=True, deadline=None)
settings.register_profile("developer", deadline=None)
settings.load_profile("gate" if os.environ.get("CI") else "developer")
