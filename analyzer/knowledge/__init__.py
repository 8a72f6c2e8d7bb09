"""What do library calls do to values: facts about APIs as tables, one module per library."""
