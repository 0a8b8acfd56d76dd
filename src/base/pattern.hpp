// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>

#include <memory>
#include <string_view>

namespace re2 {
class RE2;
}

namespace tidytracker {

/// A regular expression that a user wrote (RE2 syntax). Matching takes time in proportion to the
/// text, whatever the expression.
class Pattern {
  public:
    /// Errors: usage, with what is wrong with the expression.
    [[nodiscard]] static Result<Pattern> compile(std::string_view expression);
    /// Does it match all of the text?
    [[nodiscard]] bool matches(std::string_view text) const;

  private:
    explicit Pattern(std::shared_ptr<const re2::RE2> compiled);
    std::shared_ptr<const re2::RE2> compiled_;
};

}  // namespace tidytracker
