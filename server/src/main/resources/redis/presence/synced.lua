-- Removes sessions that a node does not have, unless their grace runs.
-- ARGV: the node; 1 where it has synced all with this; sessions.
local node = ARGV[OWN]
lease(node)
for i = OWN + 2, #ARGV do
  if call('ZSCORE', STAYING, joined(node, ARGV[i])) then
    go(ARGV[i], 'LOST')
  end
end
if ARGV[OWN + 1] == '1' then
  call('SREM', INCOMPLETE, node)
end
return 0
