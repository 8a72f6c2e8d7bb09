"""What do the functions of `runpod` do to values?"""

from analyzer.knowledge.table import api

# runpod 1.12, serverless/__init__.py: the function under "handler" gets each job.
ENTRIES = (api("runpod.serverless.start(config)", roles="handler", origin="request", subject="config", keys="handler"),)
