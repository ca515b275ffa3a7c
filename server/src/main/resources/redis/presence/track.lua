-- Adds a device, in the place of another session of it, unless that one came later.
-- ARGV: its node; the device; its age.
if not is_leased(ARGV[OWN]) then
  lease(ARGV[OWN])
end
put(ARGV[OWN + 1], tonumber(ARGV[OWN + 2]))
return 0
