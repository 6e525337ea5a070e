"""What holds for all tests: a property is judged by what it says, not by how fast this machine is."""

from hypothesis import settings

settings.register_profile("heshu", deadline=None)
settings.load_profile("heshu")
