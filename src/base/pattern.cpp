// SPDX-License-Identifier: Apache-2.0
#include "base/pattern.hpp"

#include <fmt/format.h>
#include <re2/re2.h>

namespace tidytracker {
namespace {

re2::StringPiece piece_of(std::string_view text) {
    return {text.data(), text.size()};
}

}  // namespace

Pattern::Pattern(std::shared_ptr<const re2::RE2> compiled) : compiled_(std::move(compiled)) {}

Result<Pattern> Pattern::compile(std::string_view expression) {
    re2::RE2::Options options;
    // Nothing below the program prints.
    options.set_log_errors(false);
    auto compiled = std::make_shared<const re2::RE2>(piece_of(expression), options);
    if (!compiled->ok()) {
        return fail(ErrorKind::usage,
                    fmt::format("the pattern cannot be read: {}", compiled->error()),
                    "patterns are RE2 regular expressions; in TOML write them in single quotes");
    }
    return Pattern(std::move(compiled));
}

bool Pattern::matches(std::string_view text) const {
    return re2::RE2::FullMatch(piece_of(text), *compiled_);
}

}  // namespace tidytracker
