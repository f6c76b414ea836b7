// Asks a running searchd every query of a file over one kept-alive connection and prints how long the answers took.

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/StreamCopier.h>
#include <Poco/URI.h>
#include <fmt/format.h>

namespace {

std::vector<std::string> read_lines(const char* file) {
    std::ifstream in(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);)
        if (!line.empty()) lines.push_back(line);
    return lines;
}

struct Answer {
    double milliseconds = 0;
    std::size_t bytes = 0;
};

Answer ask(Poco::Net::HTTPClientSession& session, const std::string& target) {
    const auto started = std::chrono::steady_clock::now();
    Poco::Net::HTTPRequest request(Poco::Net::HTTPRequest::HTTP_GET, target, Poco::Net::HTTPMessage::HTTP_1_1);
    request.setKeepAlive(true);
    session.sendRequest(request);
    Poco::Net::HTTPResponse response;
    std::string body;
    Poco::StreamCopier::copyToString(session.receiveResponse(response), body);
    if (response.getStatus() != Poco::Net::HTTPResponse::HTTP_OK) throw std::runtime_error(target + ": " + body);
    return {std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count(), body.size()};
}

double percentile(std::vector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::cerr << "usage: bench_http_queries http://localhost:PORT queries.txt 'facetten=thema,regio' [rounds]\n";
        return 2;
    }
    const Poco::URI server(argv[1]);
    const std::vector<std::string> queries = read_lines(argv[2]);
    const int rounds = argc > 4 ? std::stoi(argv[4]) : 5;
    Poco::Net::HTTPClientSession session(server.getHost(), server.getPort());
    session.setKeepAlive(true);
    for (int round = 0; round <= rounds; ++round) {  // round 0 warms the caches
        std::vector<double> times;
        std::size_t bytes = 0;
        for (const std::string& query : queries) {
            std::string encoded;
            Poco::URI::encode(query, "&=+#?/", encoded);
            const Answer answer = ask(session, fmt::format("/v1/kennisproducten?zoek={}&{}", encoded, argv[3]));
            times.push_back(answer.milliseconds);
            bytes += answer.bytes;
        }
        fmt::print("{:<6} {} queries   p50 {:.2f} ms   p99 {:.2f} ms   max {:.2f} ms   {:.1f} kB/answer\n",
                   round == 0 ? "cold" : "warm", times.size(), percentile(times, 0.5), percentile(times, 0.99),
                   percentile(times, 1.0), static_cast<double>(bytes) / 1000 / static_cast<double>(times.size()));
    }
}
