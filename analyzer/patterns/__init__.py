"""What do patterns, run by semgrep in a process of its own, find in files that are not Python?"""
