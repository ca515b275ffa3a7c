-- Keeps each value that is newer than the one kept of its key, and than the key's removal.
-- KEYS: hash of values, sorted set of keys, hash of removals, sorted set of keys by when heard.
-- ARGV: key, then version, time heard and body as one text; and so on.
-- The version is the text's first 19 characters, ordered as text; the time the 13 behind them.
for i = 1, #ARGV, 2 do
  local key, text = ARGV[i], ARGV[i + 1]
  local version = string.sub(text, 1, 19)
  local old = redis.call('HGET', KEYS[1], key)
  if not old or version > string.sub(old, 1, 19) then
    local gone = redis.call('HGET', KEYS[3], key)
    if not gone or version > gone then
      redis.call('HSET', KEYS[1], key, text)
      redis.call('ZADD', KEYS[2], 0, key)
      redis.call('ZADD', KEYS[4], 'GT', tonumber(string.sub(text, 20, 32)), key)
    end
  end
end
return 0
