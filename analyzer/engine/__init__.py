"""Which rules run, on which files, in which process, and what becomes of what they find?"""
