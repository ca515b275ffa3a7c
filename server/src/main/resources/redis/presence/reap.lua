-- Removes devices whose grace is over, and those of nodes without a lease.
-- ARGV: how many at most; 1 for those of nodes as well.
-- Returns how many that were.
local most, gone = tonumber(ARGV[OWN]), 0
local due = call('ZRANGEBYSCORE', LEAVING, '-inf', text(now), 'LIMIT', 0, most)
for _, session in ipairs(due) do
  gone = gone + go(session, call('HGET', REASONS, session) or 'LOST')
end
if ARGV[OWN + 1] ~= '1' then
  return gone
end
for _, node in ipairs(call('ZRANGEBYSCORE', LEASES, '-inf', text(now))) do
  call('ZREM', LEASES, node)
  call('SREM', INCOMPLETE, node)
end
local from = '-'
while gone < most do
  local first = call('ZRANGEBYLEX', STAYING, from, '+', 'LIMIT', 0, 1)[1]
  if not first then
    break
  end
  local size, rest = string.match(first, '^(%d+):(.*)$')
  local node = string.sub(rest, 1, tonumber(size))
  if not call('ZSCORE', LEASES, node) then
    for _, session in ipairs(staying(node, '', most - gone)) do
      gone = gone + go(session, 'NODE_LOST')
    end
  end
  from = '(' .. joined(node, '\255')
end
return gone
