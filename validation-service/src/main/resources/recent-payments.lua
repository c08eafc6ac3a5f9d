-- Reports the activity before each payment of one tenant, and counts the payment itself.
--
-- A window is a sorted set of payment ids, scored by the time at which the payments were requested. Payments with
-- the same accounts, amount and reference form a set of the same kind. A window ends with the payment in question,
-- not with the present, so that a backlog is not mistaken for a rush. A payment that comes again is found in the set
-- and counts once. A payment that is judged late is compared with the same payments as if it had come at once, so
-- keys outlive their windows.
--
-- KEYS  the tenant's window, then for each payment: the debtor's window, the key of its duplicates
-- ARGV  window (ms), duplicate window (ms), how late a payment may come (ms), limit of an account, limit of the tenant,
--       then for each payment: id, requested at (ms), whether it may count (1 or 0),
--       whether it can have a duplicate (1 or 0)
-- Returns for each payment: payments of the account, payments of the tenant, the duplicate's id or ''.
local tenantWindow = KEYS[1]
local window, duplicateWindow = tonumber(ARGV[1]), tonumber(ARGV[2])
local maxRequestAge, accountLimit, tenantLimit = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])

local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)

local function text(number)
    return string.format('%.0f', number)
end

local function count(key, at, known)
    return redis.call('ZCOUNT', key, '(' .. text(at - window), text(at)) - known
end

local function duplicateOf(key, id, at)
    local near = redis.call('ZRANGEBYSCORE', key, '(' .. text(at - duplicateWindow), '(' .. text(at + duplicateWindow))
    for _, other in ipairs(near) do
        if other ~= id then
            return other
        end
    end
    return ''
end

-- Removes only what is too old for the present as well: a payment whose clock is ahead evicts no other.
local function enter(key, id, at, kept)
    redis.call('ZREMRANGEBYSCORE', key, '-inf', text(math.min(at, now) - kept))
    redis.call('ZADD', key, text(at), id)
    redis.call('PEXPIRE', key, text(kept))
end

local answers = {}
for number = 0, (#ARGV - 5) / 4 - 1 do
    local accountWindow, duplicateKey = KEYS[2 + 2 * number], KEYS[3 + 2 * number]
    local id, at = ARGV[6 + 4 * number], tonumber(ARGV[7 + 4 * number])
    local counts, duplicates = ARGV[8 + 4 * number] == '1', ARGV[9 + 4 * number] == '1'

    local known = redis.call('ZSCORE', accountWindow, id) and 1 or 0
    local ofAccount = count(accountWindow, at, known)
    local ofTenant = count(tenantWindow, at, known)
    local duplicate = duplicates and duplicateOf(duplicateKey, id, at) or ''

    if counts and duplicate == '' and ofAccount < accountLimit and ofTenant < tenantLimit then
        enter(accountWindow, id, at, window + maxRequestAge)
        enter(tenantWindow, id, at, window + maxRequestAge)
        if duplicates then
            enter(duplicateKey, id, at, duplicateWindow + maxRequestAge)
        end
    end

    answers[#answers + 1] = ofAccount
    answers[#answers + 1] = ofTenant
    answers[#answers + 1] = duplicate
end
return answers
