"""How does a remedy become text, and how does it get into the files? The only importer of `libcst`."""
