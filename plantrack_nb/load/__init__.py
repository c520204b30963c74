"""Read rounds: containers give a grid, one interpreter gives the tables."""
