// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/read.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/xml_scanner.hpp"

// Files that are one XML document.
namespace tidytracker {

/// The outermost element: enough to tell what a document is.
struct XmlRoot {
    std::string name{};                 ///< without prefix
    std::vector<std::string> values{};  ///< of its attributes, name spaces among them
    /// Does one of the values hold this text?
    [[nodiscard]] bool mentions(std::string_view text) const;
};

/// None if the bytes are no XML, or declare a document type.
[[nodiscard]] std::optional<XmlRoot> xml_root_of(std::string_view bytes);

/// Lets `visit` scan the whole file, in whatever encoding it is, and reports how it ended.
/// Errors: an unknown encoding, a document type, what `visit` stops with.
[[nodiscard]] Result<void> scan_xml_file(const Input& input, const ReadOptions& options,
                                         Findings& findings,
                                         const std::function<void(XmlScanner&)>& visit);

}  // namespace tidytracker
