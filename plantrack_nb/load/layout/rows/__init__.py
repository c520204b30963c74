"""What the rows of a table are: laid over the columns, their kinds decided and proved, numbered."""
