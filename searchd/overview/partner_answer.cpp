#include <chrono>

#include "searchd/api/api_response.hpp"
#include "searchd/api/problem.hpp"
#include "searchd/api/render_partners.hpp"
#include "searchd/overview/overview.hpp"
#include "searchd/overview/partners.hpp"

namespace schakel {

HttpResponse answer_partners(const Call& call, const Installation& installation, LiveIndex& index) {
    const auto started = std::chrono::steady_clock::now();
    const auto asked = parse_partner_request(parse_parameters(call.request.query), installation, *index.snapshot());
    if (!asked) return problem_response(asked.error(), call.language);
    const auto partners = find_partners(index, *asked);
    if (!partners) return problem_response(partners.error(), call.language);
    const std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - started;
    return api_response(render_partners(*asked, *partners, installation, call.language, elapsed.count()),
                        call.language);
}

}  // namespace schakel
