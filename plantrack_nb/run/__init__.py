"""Run notebooks for one district or many."""
