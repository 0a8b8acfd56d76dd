// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "read/pdf/font.hpp"
#include "read/pdf/geometry.hpp"
#include "read/pdf/page.hpp"

namespace tidytracker::pdf {

class Resources;

/// A form XObject: content that a page shows with `Do`.
struct Form {
    Matrix matrix{};
    Box box{};
    std::string content{};
    Resources* resources{};  ///< null: those of the page
    bool hidden{};           ///< on an optional layer that is off
};

/// What `BDC` says of the content up to its `EMC`.
struct MarkedContent {
    int mark{k_unmarked};
    std::optional<std::string> actual_text{};
    bool artifact{};
    bool hidden{};  ///< on an optional layer that is off
};

/// What the content of a page or form refers to by name. Null and empty answers are for names that
/// are not there, or not of that kind.
class Resources {
  public:
    Resources() = default;
    Resources(const Resources&) = delete;
    Resources& operator=(const Resources&) = delete;
    virtual ~Resources() = default;
    virtual Font* font(std::string_view name) = 0;
    virtual const Form* form(std::string_view name) = 0;
    virtual bool is_image(std::string_view name) = 0;
    virtual MarkedContent properties(std::string_view name) = 0;
    /// The line width that a graphics state parameter dictionary sets.
    virtual std::optional<double> line_width(std::string_view graphics_state) = 0;
};

}  // namespace tidytracker::pdf
