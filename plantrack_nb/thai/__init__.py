"""Thai as offices write it: numbers, dates, names of people and groups."""
