-- What the scripts of presence share; it stands before each of them.
--
-- KEYS: hash of devices as JSON by session · sorted set of sessions, for paging · hash of when it
-- connected and its session by user and device id · hash of how many devices are busy, online, away
-- and idle by user and vendor · sorted set of node and session of those whose grace does not run ·
-- sorted set of nodes by the end of their lease · set of nodes that have to sync · sorted set of
-- sessions by the end of their grace · hash of why they leave · sorted set of users and vendors by
-- when they were last seen · hash of when it was replaced and by which session by session · sorted
-- set of those by when · version · stream of changes, whose ids are the versions.
-- ARGV: milliseconds to add to the time; how long a lease lasts; how long and how many sessions that
-- were replaced, how many last seen and how many changes to remember; then the script's own.
local DEVICES, SESSIONS, PLACES, COUNTS, STAYING = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local LEASES, INCOMPLETE, LEAVING, REASONS = KEYS[6], KEYS[7], KEYS[8], KEYS[9]
local SEEN, REPLACED, REPLACED_AT, VERSION, LOG = KEYS[10], KEYS[11], KEYS[12], KEYS[13], KEYS[14]
local LEASE, REMEMBERED = tonumber(ARGV[2]), tonumber(ARGV[3])
local MOST_REPLACED, MOST_SEEN, MOST_CHANGES = tonumber(ARGV[4]), tonumber(ARGV[5]), ARGV[6]
local OWN = 7

local call = redis.call
local time = call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000) + tonumber(ARGV[1])

local function text(number)
  return string.format('%.0f', number)
end

-- Two texts as one; no other two make the same, and those with the same first one stand together.
local function joined(first, second)
  return #first .. ':' .. first .. second
end

-- A number, a blank and a text.
local function parsed(stamped)
  local number, rest = string.match(stamped, '^(%-?%d+) (.*)$')
  return tonumber(number), rest
end

-- Versions begin with the time in microseconds, so that none of before is known any more.
local function begin()
  local version = time[1] .. string.format('%06d', tonumber(time[2]))
  call('SET', VERSION, version)
  call('DEL', LOG)
  call('XADD', LOG, version .. '-0', 'begun', text(now))
end

local function tell(json, what, statuses)
  local version = call('INCR', VERSION)
  if version == 1 then
    begin()
    version = call('INCR', VERSION)
  end
  local entry = {'at', text(now), 'device', json}
  for _, each in ipairs(what) do
    entry[#entry + 1] = each
  end
  for _, each in ipairs(statuses) do
    entry[#entry + 1] = each
  end
  call('XADD', LOG, 'MAXLEN', '~', MOST_CHANGES, text(version) .. '-0', unpack(entry))
end

-- The strongest first, as PresenceStatus merges them.
local STATUSES = {'BUSY', 'ONLINE', 'AWAY', 'IDLE'}

local function merged(counts)
  for i = 1, 4 do
    if counts[i] > 0 then
      return STATUSES[i]
    end
  end
  return 'OFFLINE'
end

-- Whose presence the change under way touches: how many devices they have, what they were before.
local touched = {}

local function touch(subject)
  if not touched[subject] then
    local counts = {0, 0, 0, 0}
    local known = call('HGET', COUNTS, subject)
    if known then
      local i = 0
      for number in string.gmatch(known, '%d+') do
        i = i + 1
        counts[i] = tonumber(number)
      end
    end
    touched[subject] = {counts = counts, before = merged(counts)}
  end
  return touched[subject].counts
end

local function count(device, by)
  local subjects = {'U' .. device.user}
  if device.vendor then
    subjects[2] = 'V' .. device.vendor
  end
  for _, subject in ipairs(subjects) do
    local counts = touch(subject)
    for i = 1, 4 do
      if STATUSES[i] == device.status then
        counts[i] = counts[i] + by
      end
    end
  end
end

-- Ends the change under way; returns who has another status now, and which.
local function settle()
  local changed = {}
  for subject, each in pairs(touched) do
    local after = merged(each.counts)
    if after == 'OFFLINE' then
      call('HDEL', COUNTS, subject)
    else
      call('HSET', COUNTS, subject, table.concat(each.counts, ' '))
    end
    if after ~= each.before then
      changed[#changed + 1] = subject
      changed[#changed + 1] = after
      if after == 'OFFLINE' then
        call('ZADD', SEEN, now, subject)
        call('ZREMRANGEBYRANK', SEEN, 0, -1 - MOST_SEEN)
      elseif each.before == 'OFFLINE' then
        call('ZREM', SEEN, subject)
      end
    end
  end
  touched = {}
  return changed
end

local function add(json, device, connected)
  local session = device.session
  call('HSET', DEVICES, session, json)
  call('ZADD', SESSIONS, 0, session)
  call('HSET', PLACES, joined(device.user, device.id), text(connected) .. ' ' .. session)
  call('ZADD', STAYING, 0, joined(device.node, session))
  count(device, 1)
end

local function remove(device)
  local session = device.session
  call('HDEL', DEVICES, session)
  call('ZREM', SESSIONS, session)
  call('HDEL', PLACES, joined(device.user, device.id))
  call('ZREM', STAYING, joined(device.node, session))
  if call('ZREM', LEAVING, session) == 1 then
    call('HDEL', REASONS, session)
  end
  count(device, -1)
end

-- Removes a device and tells so; returns how many that were.
local function go(session, reason)
  local json = call('HGET', DEVICES, session)
  if not json then
    return 0
  end
  remove(cjson.decode(json))
  tell(json, {'reason', reason}, settle())
  return 1
end

-- Removes a device at once, or has its grace run unless it does.
local function leave(session, reason, grace)
  if grace == 0 then
    go(session, reason)
    return
  end
  local json = call('HGET', DEVICES, session)
  if json and not call('ZSCORE', LEAVING, session) then
    call('ZADD', LEAVING, now + grace, session)
    call('HSET', REASONS, session, reason)
    call('ZREM', STAYING, joined(cjson.decode(json).node, session))
  end
end

local function change(known, json)
  local old, device = cjson.decode(known), cjson.decode(json)
  if known == json or old.user ~= device.user or old.id ~= device.id
      or old.node ~= device.node then
    return
  end
  call('HSET', DEVICES, device.session, json)
  count(old, -1)
  count(device, 1)
  tell(json, {'new', '0'}, settle())
end

-- Remembers that a session was replaced, and tells so.
local function tell_replaced(json, session, by)
  call('HSET', REPLACED, session, text(now) .. ' ' .. by)
  call('ZADD', REPLACED_AT, now, session)
  local excess = call('ZCARD', REPLACED_AT) - MOST_REPLACED
  if excess > 0 then
    for _, old in ipairs(call('ZRANGE', REPLACED_AT, 0, math.min(excess, 100) - 1)) do
      call('ZREM', REPLACED_AT, old)
      call('HDEL', REPLACED, old)
    end
  end
  tell(json, {'reason', 'SESSION_REPLACED', 'by', by}, {})
end

-- The session that keeps a device from coming; nil where none does.
local function winner(device, connected, place)
  local earlier = call('HGET', REPLACED, device.session)
  if earlier then
    local at, by = parsed(earlier)
    if at + REMEMBERED > now then
      return by
    end
  end
  if not place then
    return nil
  end
  local since, other = parsed(place)
  if since < connected or (since == connected and other < device.session)
      or call('ZSCORE', LEAVING, other)
      or call('ZSCORE', STAYING, joined(device.node, other)) then
    return nil
  end
  return other
end

-- Makes a device be there; its age says for how many milliseconds it is connected.
local function put(json, age)
  local device = cjson.decode(json)
  local session = device.session
  local known = call('HGET', DEVICES, session)
  if known then
    if call('ZREM', LEAVING, session) == 1 then
      call('HDEL', REASONS, session)
      call('ZADD', STAYING, 0, joined(cjson.decode(known).node, session))
    end
    change(known, json)
    return
  end
  local connected = now - age
  local place = call('HGET', PLACES, joined(device.user, device.id))
  local by = winner(device, connected, place)
  if by then
    tell_replaced(json, session, by)
    return
  end
  if place then
    local _, other = parsed(place)
    local old = call('HGET', DEVICES, other)
    remove(cjson.decode(old))
    tell_replaced(old, other, session)
  end
  add(json, device, connected)
  tell(json, {'new', '1'}, settle())
end

local function is_leased(node)
  local till = call('ZSCORE', LEASES, node)
  return till and tonumber(till) > now
end

-- Renews a node's lease; one that had none has to sync.
local function lease(node)
  if not is_leased(node) then
    call('SADD', INCOMPLETE, node)
  end
  call('ZADD', LEASES, now + LEASE, node)
end

-- Sessions of a node whose grace does not run, in order behind one; the first ones behind ''.
local function staying(node, after, most)
  local found = call('ZRANGEBYLEX', STAYING, '(' .. joined(node, after),
      '(' .. joined(node, '\255'), 'LIMIT', 0, most)
  local start = #joined(node, '') + 1
  for i, member in ipairs(found) do
    found[i] = string.sub(member, start)
  end
  return found
end
