"""How does a run become bytes: which format, for which reader?"""
