"""What each notebook shows: frames and findings in, visible parts out."""
