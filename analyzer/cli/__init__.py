"""How does a command line become a run, and a run an exit code?"""
