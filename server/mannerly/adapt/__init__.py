"""Make a translation read as the locale writes: salutation, closing, register, formats, punctuation, direction."""
