-- Forgets members of a sorted set by score, and what hashes and sorted sets hold of them.
-- KEYS: the sorted set; then hashes; then sorted sets.
-- ARGV: scores below this one go; of more than so many the lowest go; how many at most in this
-- call; how many of the KEYS are hashes.
-- Returns how many went because of their score, and how many because there were too many.
local limit, hashes = tonumber(ARGV[3]), tonumber(ARGV[4])
local function drop(members)
  for _, member in ipairs(members) do
    redis.call('ZREM', KEYS[1], member)
    for i = 2, #KEYS do
      redis.call(i <= hashes + 1 and 'HDEL' or 'ZREM', KEYS[i], member)
    end
  end
  return #members
end
local old = drop(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', '(' .. ARGV[1], 'LIMIT', 0, limit))
local over = math.min(redis.call('ZCARD', KEYS[1]) - tonumber(ARGV[2]), limit - old)
if over <= 0 then
  return {old, 0}
end
return {old, drop(redis.call('ZRANGE', KEYS[1], 0, over - 1))}
