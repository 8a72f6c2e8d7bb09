"""What do the functions of `shelve` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    api("shelve.open(filename, flag, protocol, writeback)", "load", roles="load.pickle", returns="shelve.Shelf"),
    cls("shelve.DbfilenameShelf(filename, flag, protocol, writeback)", "shelve.Shelf", roles="load.pickle"),
    cls("shelve.Shelf(dict, protocol, writeback, keyencoding)"),
)
