-- Keeps each value that is newer than the one kept of its key; returns how many.
-- KEYS: hash of values, sorted set of keys. ARGV: key, version and body as one text; and so on.
-- The version is the text's first 19 characters, ordered as text.
local kept = 0
for i = 1, #ARGV, 2 do
  local old = redis.call('HGET', KEYS[1], ARGV[i])
  if not old or string.sub(ARGV[i + 1], 1, 19) > string.sub(old, 1, 19) then
    redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
    redis.call('ZADD', KEYS[2], 0, ARGV[i])
    kept = kept + 1
  end
end
return kept
