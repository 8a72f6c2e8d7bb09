"""Which files are asked for, and what text do they hold?"""
