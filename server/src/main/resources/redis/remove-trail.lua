-- Forgets what a trail has up to a moment. Where nothing is left, an empty entry of that moment
-- keeps away what other nodes may still write of the time before.
-- KEYS: the trail.
-- ARGV: the id from which on entries stay, the moment's id, how long the empty entry stays.
-- Returns how many entries are left.
redis.call('XTRIM', KEYS[1], 'MINID', ARGV[1])
local left = redis.call('XLEN', KEYS[1])
if left == 0 then
  redis.call('DEL', KEYS[1])
  redis.call('XADD', KEYS[1], ARGV[2], '', '')
  redis.call('PEXPIRE', KEYS[1], ARGV[3])
end
return left
