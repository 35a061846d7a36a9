"""Tests of what sources find: small invented stories in every form of file."""
