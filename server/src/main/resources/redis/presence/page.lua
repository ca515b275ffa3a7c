-- ARGV: a session, or nothing; how many at most.
-- Returns the version, and the devices whose sessions come behind that one, in order.
if call('EXISTS', VERSION, LOG) < 2 then
  begin()
end
local from = ARGV[OWN] == '' and '-' or '(' .. ARGV[OWN]
local sessions = call('ZRANGEBYLEX', SESSIONS, from, '+', 'LIMIT', 0, ARGV[OWN + 1])
local page = {call('GET', VERSION)}
if #sessions > 0 then
  for i, json in ipairs(call('HMGET', DEVICES, unpack(sessions))) do
    page[i + 1] = json
  end
end
return page
