import pytest

# Its assertions tell what differs, as those of a test do.
pytest.register_assert_rewrite("newsroom.tests.bad_input")
