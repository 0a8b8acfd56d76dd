// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/budget.hpp"
#include "read/pdf/page.hpp"
#include "read/pdf/structure_tree.hpp"

namespace tidytracker::pdf {

/// An open PDF file.
class Document {
  public:
    /// Errors: unreadable, encrypted, too_large.
    [[nodiscard]] static Result<Document> open(std::string_view bytes, Budget& budget);
    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;
    ~Document();

    [[nodiscard]] std::size_t page_count() const;
    /// What a page shows. A page that cannot be read shows nothing. Errors: too_large.
    [[nodiscard]] Result<Page> read_page(std::size_t index);
    /// The tables of the structure tree, nested ones left out; empty for an untagged file.
    [[nodiscard]] std::vector<TaggedTable> read_tagged_tables();
    [[nodiscard]] std::string title();

  private:
    struct State;
    explicit Document(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace tidytracker::pdf
