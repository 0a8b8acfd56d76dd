// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/pipeline.hpp>
#include <tidytracker/write.hpp>

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "write/example_document.hpp"

namespace tidytracker {
namespace {

Conversion review_of_csv(std::string_view csv) {
    const Instructions instructions{.as_of = "2024-06-10"};
    Conversion conversion;
    Findings findings;
    auto reading = inspect({.name = "log.csv", .bytes = csv}, {}, instructions, findings);
    EXPECT_TRUE(reading.has_value());
    if (reading) add_source(conversion, std::move(*reading), instructions, std::move(findings));
    finish(conversion, instructions);
    return conversion;
}

std::string review_page(const Conversion& conversion) {
    return writer_by_name("html")
        ->render(conversion.document, {.sources = conversion.sources})
        .value_or("");
}

std::string between(const std::string& text, std::string_view first, std::string_view last) {
    const std::size_t begin = text.find(first) + first.size();
    return text.substr(begin, text.find(last, begin) - begin);
}

constexpr std::string_view k_small_log =
    "Harbour log,,,,\n"
    "Ref,Action,Lead,Due,Berth\n"
    "H1,Mend the crane,Ana Bell,31/05/2024,North\n"
    "H2,Paint the buoys,Col Deane,ASAP,South\n";

TEST(ReviewPage, each_cell_leads_to_the_field_that_it_became) {
    const std::string page = review_page(review_of_csv(k_small_log));
    EXPECT_NE(page.find("<td id=\"c0-0-2-1\" class=\"f\" data-r=\"0:action\">Mend the crane</td>"),
              std::string::npos);
    EXPECT_NE(page.find("<td id=\"c0-0-3-4\" class=\"x\" data-r=\"1:extra\">South</td>"),
              std::string::npos);
    EXPECT_NE(page.find("<td id=\"c0-0-1-2\" class=\"h\">Lead</td>"), std::string::npos);
    EXPECT_NE(page.find("class=\"u\" title=\"title\">Harbour log</td>"), std::string::npos);
    EXPECT_NE(page.find("<article id=\"r1\""), std::string::npos);
}

TEST(ReviewPage, all_ids_are_unique) {
    const std::string page = review_page(review_of_csv(k_small_log));
    std::vector<std::string> ids;
    for (std::size_t at = page.find(" id=\""); at != std::string::npos;
         at = page.find(" id=\"", at + 1)) {
        ids.push_back(page.substr(at, page.find('"', at + 5) - at));
    }
    std::ranges::sort(ids);
    EXPECT_GT(ids.size(), 20U);
    EXPECT_EQ(std::ranges::adjacent_find(ids), ids.end());
}

TEST(ReviewPage, only_its_own_style_and_script_may_run) {
    const std::string page = review_page(review_of_csv(k_small_log));
    const std::string policy = between(page, "Content-Security-Policy\" content=\"", "\"");
    EXPECT_TRUE(policy.starts_with("default-src 'none'; "));
    const auto allowed = [&](std::string_view begin, std::string_view end) {
        return policy.find("'sha256-" + sha256_base64(between(page, begin, end)) + "'") !=
               std::string::npos;
    };
    EXPECT_TRUE(allowed("<style>", "</style>"));
    EXPECT_TRUE(allowed("<script>", "</script>"));
    EXPECT_EQ(page.find(" style="), std::string::npos);
    EXPECT_EQ(page.find("src="), std::string::npos);
}

TEST(ReviewPage, texts_of_a_hostile_tracker_stay_texts) {
    const std::string page = review_page(
        review_of_csv("Ref,Action,Lead,\"<b onx=\"\"1\"\">\"\n"
                      "\"\"\"><img onerror=x>\",</script><script>alert(1)</script>,\"<svg "
                      "onload=x>\",'\"\"><i onclick=y>\n"
                      "2,Close the gate,Ana Bell,\x01\xff\n"));
    for (const std::string_view hostile :
         {"<img", "<svg", "<b onx", "<i onclick", "<script>alert", "\x01", "\xff"}) {
        EXPECT_EQ(page.find(hostile), std::string::npos) << hostile;
    }
    EXPECT_NE(page.find("&lt;script&gt;alert(1)"), std::string::npos);
    const std::size_t first = page.find("</script>");
    EXPECT_EQ(page.find("</script>", first + 1), std::string::npos);
}

TEST(ReviewPage, a_document_without_its_sources_shows_its_records) {
    const Document document = testing::full_document();
    const std::string page = writer_by_name("html")->render(document, {}).value_or("");
    EXPECT_NE(page.find("Review of 2 sources"), std::string::npos);
    EXPECT_NE(page.find("<article id=\"r1\""), std::string::npos);
    EXPECT_NE(page.find("31 May 2024"), std::string::npos);
    EXPECT_NE(page.find("printed: by May 2024"), std::string::npos);
}

TEST(ReviewPage, more_cells_than_a_browser_bears_are_refused) {
    Conversion conversion = review_of_csv(k_small_log);
    conversion.sources[0].account.cells = 1'000'000;
    const auto page =
        writer_by_name("html")->render(conversion.document, {.sources = conversion.sources});
    ASSERT_FALSE(page.has_value());
    EXPECT_EQ(page.error().kind, ErrorKind::too_large);
}

}  // namespace
}  // namespace tidytracker
