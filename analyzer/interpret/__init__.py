"""What can every value of a program be, where does it come from, and what has happened to it?"""
