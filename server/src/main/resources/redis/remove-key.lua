-- Forgets a key's value unless it is newer than a version, and remembers the removal.
-- KEYS: hash of values, sorted set of keys, hash of removals, sorted set of removals by time,
-- sorted set of keys by when heard; then the hashes of values of all families.
-- ARGV: key, version, time.
local key, version = ARGV[1], ARGV[2]
local old = redis.call('HGET', KEYS[1], key)
if old and string.sub(old, 1, 19) <= version then
  redis.call('HDEL', KEYS[1], key)
  redis.call('ZREM', KEYS[2], key)
  local held = 0
  for i = 6, #KEYS do
    held = held + redis.call('HEXISTS', KEYS[i], key)
  end
  if held == 0 then
    redis.call('ZREM', KEYS[5], key)
  end
end
local before = redis.call('HGET', KEYS[3], key)
if not before or before < version then
  redis.call('HSET', KEYS[3], key, version)
end
redis.call('ZADD', KEYS[4], tonumber(ARGV[3]), key)
return 0
