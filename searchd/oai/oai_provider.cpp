#include "searchd/oai/oai_provider.hpp"

#include <utility>

#include "config/utc_time.hpp"
#include "searchd/api/problem.hpp"
#include "searchd/oai/oai_repository.hpp"
#include "searchd/request/public_address.hpp"

namespace schakel {

namespace {

/// Whether the answer repeats what was asked: not when that made no sense (OAI-PMH 2.0, section 3.2).
bool is_repeated(const OaiFault& fault) { return fault.code != "badVerb" && fault.code != "badArgument"; }

}  // namespace

HttpResponse answer_oai(const Call& call, const Installation& installation,
                        const std::shared_ptr<const IndexSnapshot>& snapshot, CurrentRecordList& lists) {
    const auto list = lists.of(snapshot);
    if (!list) return problem_response(list.error(), call.language);
    const std::string address = public_address(call.request, installation.settings);
    OaiDocument document(address + "/oai", utc_now());
    const auto request = parse_oai_request(call.request.query);
    if (!request) {
        document.replace_by(request.error());
        return std::move(document).response();
    }
    OaiRepository repository({installation, address, *snapshot, **list});
    const auto answered = repository.answer(*request, document);
    if (repository.damage()) return problem_response(*repository.damage(), call.language);
    if (answered || is_repeated(answered.error())) document.repeat(request->arguments);
    if (!answered) document.replace_by(answered.error());
    return std::move(document).response();
}

}  // namespace schakel
