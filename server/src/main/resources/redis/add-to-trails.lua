-- Adds a fix to each trail whose last entry is of an earlier slot.
-- KEYS: the trails, one for each fix.
-- ARGV: the id from which on entries are kept, how long a trail lives after this and how long a
-- slot is, both in milliseconds; then for each fix its id, milliseconds-nanoseconds, and itself.
-- Returns how many were added.
local interval = tonumber(ARGV[3])
local function slot(id)
  return math.floor(tonumber(string.match(id, '^%d+')) / interval)
end
local added = 0
for i, trail in ipairs(KEYS) do
  local id, fix = ARGV[2 * i + 2], ARGV[2 * i + 3]
  local last = redis.call('XREVRANGE', trail, '+', '-', 'COUNT', 1)[1]
  if not last or slot(id) > slot(last[1]) then
    redis.call('XADD', trail, 'MINID', '~', ARGV[1], id, '', fix)
    redis.call('PEXPIRE', trail, ARGV[2])
    added = added + 1
  end
end
return added
