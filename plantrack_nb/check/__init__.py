"""Rules over the tables; each returns findings and never raises."""
