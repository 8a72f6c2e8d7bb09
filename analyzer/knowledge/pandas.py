"""What do the functions of pandas do to data?"""

from analyzer.knowledge.table import Api, Class

DATA: tuple[Api | Class, ...] = ()

ENTRIES: tuple[Api | Class, ...] = DATA
