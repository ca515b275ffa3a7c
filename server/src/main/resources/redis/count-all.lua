-- Says how many of something one node has, which holds until its lease ends; answers how many all have.
-- KEYS: hash of how many and until when, by node.
-- ARGV: node, how many, milliseconds of its lease.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if tonumber(ARGV[2]) > 0 then
  redis.call('HSET', KEYS[1], ARGV[1], string.format('%d %.0f', ARGV[2], now + ARGV[3]))
  redis.call('PEXPIRE', KEYS[1], ARGV[3])
else
  redis.call('HDEL', KEYS[1], ARGV[1])
end
local nodes = redis.call('HGETALL', KEYS[1])
local all = 0
for i = 1, #nodes, 2 do
  local count, lease = string.match(nodes[i + 1], '^(%d+) (%d+)$')
  if tonumber(lease) > now then
    all = all + tonumber(count)
  else
    redis.call('HDEL', KEYS[1], nodes[i])
  end
end
return all
