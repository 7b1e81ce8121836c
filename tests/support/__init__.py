"""Helpers of the tests that look at whole built sites."""
