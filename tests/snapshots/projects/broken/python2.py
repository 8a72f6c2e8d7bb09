import cPickle


def load(stream):
    print "reading", stream.name
    try:
        return cPickle.load(stream)
    except IOError, error:
        print >>sys.stderr, error
