-- Says that services have been told up to a version.
-- KEYS: owner, told. ARGV: node, lease in milliseconds, version. Answers -1 where it is not the
-- node that tells them any more.
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
    return -1
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
redis.call('SET', KEYS[2], ARGV[3])
return 1
