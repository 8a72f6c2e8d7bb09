"""How do the modules of a scanned tree hang together, and on which versions of which libraries do they stand?"""
