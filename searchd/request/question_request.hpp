#pragma once

#include <string>
#include <vector>

#include "searchd/request/request_parser.hpp"

namespace schakel {

/// Which questions come back? A plain value.
struct QuestionRequest {
    int least_days = 0;                // minimumDagen: asked on at least so many days
    bool unanswered = false;           // zonderAntwoord: only those that found nothing
    std::vector<std::string> themes;   // thema: codes; asked within one of them, or named in the question
    std::vector<std::string> regions;  // regio: codes; asked within one of them
    int page = 1;
    int per_page = 10;
    std::vector<Text> notices;
};

/// Reads the parameters of `/v1/kennisvragen`: thema, regio, minimumDagen, zonderAntwoord, pagina and perPagina.
/// Fewer days than `query_log.suggest_after` are refused: what few people asked is theirs. Every problem of every
/// parameter is reported. Pure; safe from any thread.
Checked<QuestionRequest> parse_question_request(const QueryParameters& parameters, const Installation& installation,
                                                const IndexSnapshot& snapshot);

}  // namespace schakel
