#include "tests/searchd/engine/facets/sweep.hpp"

namespace schakel {

MatchList living_documents(const IndexSnapshot& snapshot) {
    MatchList living;
    living.documents.reserve(snapshot.living());
    auto hidden = snapshot.hidden().begin();
    for (DocumentId document = 0; document < snapshot.documents(); ++document) {
        if (hidden != snapshot.hidden().end() && *hidden == document)
            ++hidden;
        else
            living.documents.push_back(document);
    }
    living.scores.assign(living.documents.size(), 0.0F);
    return living;
}

}  // namespace schakel
