// SPDX-License-Identifier: Apache-2.0
// Any text must be read without harm, and what is read must hold together: the first day is not
// after the last, the last is the date of parse_when, and a marker ends inside its text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "normalise/dates/when.hpp"

namespace {

using namespace tidytracker;

void require(bool holds) {
    if (!holds) std::abort();
}

void check(std::string_view text, const DateContext& context) {
    for (const DatedPart& part : read_periods(text, context)) {
        const Period& period = part.period;
        require(!period.first || !period.last || *period.first <= *period.last);
        require(period.edtf.empty() == (!period.first && !period.last));
    }
    const When when = parse_when(text, context);
    const DateSpan span = parse_span(text, context);
    require(when.date == span.end && when.edtf == span.edtf);
    if (const auto leading = read_leading_date(text, context)) {
        require(leading->length <= text.size());
    }
    const OrderEvidence evidence = tally_order({&text, 1});
    require(evidence.only_dmy + evidence.only_mdy + evidence.both <= text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    // The first byte chooses the context.
    const unsigned choice = data[0];
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    DateContext context;
    if ((choice & 1U) != 0) context.reference = "2024-02-29";
    if ((choice & 2U) != 0) context.order = DateOrder::mdy;
    context.looks_back = (choice & 4U) != 0;
    if ((choice & 8U) != 0) context.quarters = QuarterYear::unstated;
    check(text, context);
    return 0;
}
