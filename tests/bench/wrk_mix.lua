-- What visitors and websites ask at the same time: of ten requests seven searches of the API with five facets, two of the search
-- page and one for suggestions, over the queries of a file, for wrk:
--     wrk -t2 -c64 -d60s --latency -s tests/bench/wrk_mix.lua ADDRESS -- FILE
-- Each thread begins at another query.

local facets = "&facetten=thema,regio,domein,type,jaar"
local queries = {}
local asked = 0

local function encoded(text)
    return (text:gsub("[^%w%-%._~]", function(c) return string.format("%%%02X", c:byte()) end))
end

local function path_of(number, query)
    local kind = number % 10
    if kind < 7 then return "/v1/kennisproducten?zoek=" .. query .. facets end
    if kind < 9 then return "/?zoek=" .. query end
    return "/v1/suggesties?zoek=" .. query:sub(1, 6):gsub("%%%x?$", "")
end

local threads = 0

function setup(thread)
    thread:set("thread_number", threads)
    threads = threads + 1
end

function init(arguments)
    local file = arguments[1] or error("give the file with queries behind --")
    for line in io.lines(file) do
        if line:find("%S") then queries[#queries + 1] = encoded(line) end
    end
    asked = math.floor(thread_number * #queries / 2)
end

function request()
    asked = asked + 1
    return wrk.format("GET", path_of(asked, queries[asked % #queries + 1]), {["Accept-Encoding"] = "gzip"})
end

function done(summary, latency)
    local errors = summary.errors
    print(string.format("requests %d, errors: status %d, connect %d, read %d, write %d, timeout %d", summary.requests,
        errors.status, errors.connect, errors.read, errors.write, errors.timeout))
    print(string.format("p50 %.1f ms, p99 %.1f ms, longest %.1f ms", latency:percentile(50) / 1000,
        latency:percentile(99) / 1000, latency.max / 1000))
end
