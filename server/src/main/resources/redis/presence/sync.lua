-- Renews a node's lease, and makes devices of it be there.
-- ARGV: the node; a device, its age; and so on.
lease(ARGV[OWN])
for i = OWN + 1, #ARGV, 2 do
  put(ARGV[i], tonumber(ARGV[i + 1]))
end
return 0
