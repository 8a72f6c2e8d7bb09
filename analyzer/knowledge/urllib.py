"""What do the functions of `urllib` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    api(
        "urllib.request.urlopen(url, data, timeout, **kwargs)",
        "source",
        origin="download",
        returns="io.IOBase",
        roles="waits",
        limit="socket",
    ),
    api(
        "urllib.request.urlretrieve(url, filename, reporthook, data)",
        "write",
        roles="download.file",
        path="filename",
        origin="download",
        gives="path,",
    ),
    cls("urllib.request.Request(url, data, headers, **kwargs)"),
    cls("urllib.request.OpenerDirector()"),
    api("urllib.request.build_opener(*handlers)", "constant", returns="urllib.request.OpenerDirector"),
    api("urllib.request.OpenerDirector.open(fullurl, data, timeout)", "source", origin="download", returns="io.IOBase"),
    *(
        api(f"urllib.parse.{name}(string, **kwargs)")
        for name in (
            "quote",
            "quote_plus",
            "unquote",
            "unquote_plus",
            "unquote_to_bytes",
            "urlparse",
            "urlsplit",
            "parse_qs",
        )
    ),
    api("urllib.parse.urlencode(query, **kwargs)"),
    api("urllib.parse.urljoin(base, url, allow_fragments)"),
)

# Python 2 spellings
ALIASES = {"urllib.urlopen": "urllib.request.urlopen", "urllib.urlretrieve": "urllib.request.urlretrieve"}
