-- Has a node tell services, where no other one does.
-- KEYS: owner, told. ARGV: node, lease in milliseconds, version of the registry now.
-- Answers up to which version services have been told; -1 where another node tells them.
local owner = redis.call('GET', KEYS[1])
if owner and owner ~= ARGV[1] then
    return -1
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
local told = redis.call('GET', KEYS[2])
-- A registry that begins anew counts anew.
if not told or tonumber(told) > tonumber(ARGV[3]) then
    redis.call('SET', KEYS[2], ARGV[3])
    return tonumber(ARGV[3])
end
return tonumber(told)
