"""What do the classes of `distributed` (Dask) do to values?"""

from analyzer.knowledge.table import cls

# distributed, security.py and client.py: functions and data cross the network pickled. `require_encryption` is true as
# soon as a certificate is given; without `security` there is neither encryption nor authentication.
ENTRIES = (
    cls(
        "distributed.Security(require_encryption, **kwargs)",
        roles="switch.encryption",
    ),
    *(
        cls(
            f"distributed.{signature}",
            channel="network",
            without="local",
            address=address if address == "address" else "",
            host=address if address == "host" else "",
            roles="join.cluster",
        )
        for signature, address in (
            ("Client(address, loop, timeout, set_as_default, scheduler_file, security, **kwargs)", "address"),
            ("LocalCluster(name, n_workers, threads_per_worker, processes, loop, start, host, **kwargs)", "host"),
        )
    ),
)

ALIASES = {
    "distributed.security.Security": "distributed.Security",
    "distributed.client.Client": "distributed.Client",
    "distributed.deploy.local.LocalCluster": "distributed.LocalCluster",
    "distributed.deploy.LocalCluster": "distributed.LocalCluster",
}
