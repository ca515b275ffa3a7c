-- Changes what is known of a device, where it is there.
-- ARGV: its session; the device.
local known = call('HGET', DEVICES, ARGV[OWN])
if known then
  change(known, ARGV[OWN + 1])
end
return 0
