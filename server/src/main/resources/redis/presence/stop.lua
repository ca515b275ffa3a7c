-- Has the devices of a node leave; with the last of them its lease ends.
-- ARGV: the node; why; the grace in milliseconds; how many at most.
-- Returns how many that were.
local node, most = ARGV[OWN], tonumber(ARGV[OWN + 3])
local sessions = staying(node, '', most)
for _, session in ipairs(sessions) do
  leave(session, ARGV[OWN + 1], tonumber(ARGV[OWN + 2]))
end
if #sessions < most then
  call('ZREM', LEASES, node)
  call('SREM', INCOMPLETE, node)
end
return #sessions
