"""Load, check and report the quarterly rounds of a Thai education area office."""

__version__ = "0.1.0"
