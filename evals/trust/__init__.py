"""TRUST.md: how far the evaluation can be trusted, written from saved results."""
