// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>

#include <span>
#include <string_view>

namespace tidytracker::html {

struct Attribute {
    std::string_view name{};   ///< lower case
    std::string_view value{};  ///< with its references resolved; empty if it has none
};

/// The value of an attribute; empty if there is none.
[[nodiscard]] std::string_view value_of(std::span<const Attribute> attributes,
                                        std::string_view name);
[[nodiscard]] bool has(std::span<const Attribute> attributes, std::string_view name);

/// Is told what a page consists of, in its order. Views hold during the call only. Tags that the
/// page leaves out are added, and those of no use left out, as browsers do.
class Listener {
  public:
    Listener() = default;
    virtual ~Listener() = default;
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    virtual void open(std::string_view element, std::span<const Attribute> attributes) = 0;
    virtual void close(std::string_view element) = 0;
    /// Text with its references resolved; one stretch may come in several pieces. Content of
    /// `style` and `script` too.
    virtual void text(std::string_view text) = 0;
    virtual void comment(std::string_view text) = 0;
    /// Has the listener had enough? Then the page ends here.
    [[nodiscard]] virtual bool done() const = 0;
};

/// Takes a page of valid UTF-8 apart. Errors: unreadable for nesting or attributes without end.
[[nodiscard]] Result<void> parse(std::string_view page, Listener& listener);

}  // namespace tidytracker::html
