"""Hypothesis profiles; choose one with the environment variable HYPOTHESIS_PROFILE."""

import os

from hypothesis import HealthCheck, settings

# No deadline: a shared machine is slow now and then, and no test may depend on the clock.
# too_slow is about the clock too; the other health checks stay on.
_ANY_SPEED = [HealthCheck.too_slow]
settings.register_profile(
    "ci", max_examples=10, deadline=None, derandomize=True, suppress_health_check=_ANY_SPEED
)
settings.register_profile("dev", max_examples=100, deadline=None, suppress_health_check=_ANY_SPEED)
settings.register_profile(
    "nightly", max_examples=5000, deadline=None, suppress_health_check=_ANY_SPEED
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
