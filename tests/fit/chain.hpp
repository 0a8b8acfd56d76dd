// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "corpus.hpp"
#include "locate/row_roles.hpp"

namespace tidytracker::fit {

/// How the weights are learnt.
struct Fitting {
    int rounds{15};
    double rate{0.15};
    /// Of squared weights, against learning files by heart. With less of it, weights learnt from
    /// one corpus fit the other one worse.
    double decay{0.02};
};

/// Learns the weights of a linear-chain conditional random field: the gradient of the likelihood
/// of the labelled sequences, by forward and backward sums, with steps that shrink for features
/// seen often (Adagrad).
[[nodiscard]] RoleModel fit_chain(const std::vector<const Sample*>& samples,
                                  const Fitting& fitting);

}  // namespace tidytracker::fit
