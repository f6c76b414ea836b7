#pragma once

#include <memory>

#include "searchd/application.hpp"

namespace schakel {

/// The application over eight sample products, without the network. Made once; throws when it cannot be.
const Application& small_application();

/// Another one on the same index. For what searches: after a test has cut off a file in use, an application in the same program
/// trusts none that it has open.
std::unique_ptr<Application> new_small_application();

}  // namespace schakel
