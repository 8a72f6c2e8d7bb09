"""What do the functions of `picklescan` do to values?"""

from analyzer.knowledge.table import apis

# scanner.py of picklescan. Role "scan.pickle": looks for known callables in pickles, which has often been got around.
ENTRIES = apis(
    "picklescan.scanner",
    "scan_bytes(data) scan_pickle_bytes(data) scan_zip_bytes(data) scan_file_path(path) scan_directory_path(path) "
    "scan_url(url) scan_huggingface_model(repo_id)",
    "constant",
    roles="scan.pickle",
)
