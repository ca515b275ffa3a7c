-- Remembers what was revoked and when; of the same name the latest moment counts.
-- KEYS: sorted set of names by moment.
-- ARGV: how many to remember at most, for how many milliseconds; then moment, name, and so on.
for i = 3, #ARGV, 2 do
  redis.call('ZADD', KEYS[1], 'GT', tonumber(ARGV[i]), ARGV[i + 1])
end
redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -1 - tonumber(ARGV[1]))
redis.call('PEXPIRE', KEYS[1], tonumber(ARGV[2]))
return 0
