"""What the columns of a table hold: words of headings, what cells are, what sums and shares say."""
