"""Readers: bytes in, what they say out. Pure: no rows, no network, no clock. Everything read is a claim."""
