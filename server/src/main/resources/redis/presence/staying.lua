-- ARGV: a node; a session, or nothing; how many at most.
-- Returns the node's sessions behind that one whose grace does not run.
return staying(ARGV[OWN], ARGV[OWN + 1], tonumber(ARGV[OWN + 2]))
