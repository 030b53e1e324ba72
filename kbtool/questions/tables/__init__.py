"""Tables of questions: which line names the columns, and what each column holds."""
