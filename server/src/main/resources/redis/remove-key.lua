-- Forgets a key. KEYS: hash of values, sorted set of keys. ARGV: the key.
redis.call('ZREM', KEYS[2], ARGV[1])
return redis.call('HDEL', KEYS[1], ARGV[1])
