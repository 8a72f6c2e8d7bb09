"""What do the functions of `redis` do to values?"""

from analyzer.knowledge.table import api, cls

_READS = [
    "get",
    "getex",
    "getdel",
    "getset",
    "getrange",
    "mget",
    "hget",
    "hgetall",
    "hmget",
    "hvals",
    "lpop",
    "rpop",
    "blpop",
    "brpop",
    "brpoplpush",
    "lindex",
    "lrange",
    "spop",
    "smembers",
    "srandmember",
    "xread",
    "xrange",
    "xreadgroup",
    "zrange",
]

ENTRIES = (
    cls("redis.Redis(host, port, db, password, **kwargs)", origin="queue"),
    cls("redis.StrictRedis(host, port, db, password, **kwargs)", "redis.Redis", origin="queue"),
    cls("redis.asyncio.Redis(host, port, db, password, **kwargs)", "redis.Redis", origin="queue"),
    api("redis.from_url(url, **kwargs)", "source", origin="queue", returns="redis.Redis"),
    api("redis.Redis.from_url(url, **kwargs)", "source", origin="queue", returns="redis.Redis"),
    *(api(f"redis.Redis.{name}(name, *args, **kwargs)", "source", origin="queue") for name in _READS),
    api("redis.Redis.pubsub(**kwargs)", "source", origin="queue", returns="redis.client.PubSub"),
    cls("redis.client.PubSub", origin="queue"),
    api("redis.client.PubSub.get_message(**kwargs)", "source", origin="queue"),
    api("redis.client.PubSub.listen()", "source", origin="queue"),
)

ALIASES = {"redis.client.Redis": "redis.Redis", "redis.asyncio.from_url": "redis.from_url"}
