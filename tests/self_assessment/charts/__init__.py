"""Charts of the form: drawings of plain values, in words and in lines."""
