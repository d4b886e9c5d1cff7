-- Questions of many conversations, each connection going through its own: what wrk posts.
-- With PARVIS_PAUSE, each connection waits so many milliseconds before each turn, on average, as people do.
-- Reads ids of conversations, one a line, from the file named by PARVIS_IDS, and questions from PARVIS_QUESTIONS.
local ids, questions = {}, {}
for line in io.lines(os.getenv("PARVIS_IDS")) do ids[#ids + 1] = line end
for line in io.lines(os.getenv("PARVIS_QUESTIONS")) do
    questions[#questions + 1] = '{"text":"' .. line:gsub('["\\]', '') .. '"}'
end

local pause = tonumber(os.getenv("PARVIS_PAUSE") or "")
if pause then
    function delay() return math.random(0, 2 * pause) end
end

local headers = { ["Content-Type"] = "application/json" }
local threads = 0

function setup(thread)
    thread:set("first", threads)
    threads = threads + 1
end

function init()
    turn = first * 7919
    failures = 0
    -- Written once: building a request costs the client more than the server takes to route it.
    requests = {}
    for index = 1, #ids do
        local question = questions[(index - 1) % #questions + 1]
        requests[index] = wrk.format("POST", "/api/v1/conversations/" .. ids[index] .. "/turns", headers, question)
    end
end

function request()
    turn = turn + 1
    return requests[turn % #requests + 1]
end

function response(status)
    if status ~= 200 then failures = failures + 1 end
end

function done(summary, latency)
    io.write(string.format(
        "turns a second: %.0f\nlatency (ms): p50 %.2f, p90 %.2f, p99 %.2f\nnot answered: %d\n",
        summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(90) / 1000,
        latency:percentile(99) / 1000,
        summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write
            + summary.errors.timeout))
end
