"""What do the functions of `codeop` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (api("codeop.compile_command(source, filename, symbol)", subject="source"),)
