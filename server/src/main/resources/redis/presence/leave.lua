-- Removes a device, at once or when its grace is over.
-- ARGV: its session; why; the grace in milliseconds.
leave(ARGV[OWN], ARGV[OWN + 1], tonumber(ARGV[OWN + 2]))
return 0
