-- Renews a node's lease.
-- ARGV: the node.
-- Returns 1 where it does not have to sync.
lease(ARGV[OWN])
return 1 - call('SISMEMBER', INCOMPLETE, ARGV[OWN])
