"""Visible parts of the report, and the documents made of them."""
