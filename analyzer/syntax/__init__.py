"""What does a file say: concrete syntax lowered to a small typed tree, the IR."""
