// SPDX-License-Identifier: Apache-2.0
#include "model/words.hpp"

namespace tidytracker {

using std::string_view;

string_view to_string(Severity value) {
    return word_of(value);
}
string_view to_string(Family value) {
    return word_of(value);
}
string_view to_string(RowRole value) {
    return word_of(value);
}
string_view to_string(Kind value) {
    return word_of(value);
}
string_view to_string(Status value) {
    return word_of(value);
}
string_view to_string(Rag value) {
    return word_of(value);
}
string_view to_string(Priority value) {
    return word_of(value);
}
string_view to_string(Response value) {
    return word_of(value);
}
string_view to_string(Qualifier value) {
    return word_of(value);
}

std::optional<Family> family_from(string_view word) {
    return value_of<Family>(word);
}
std::optional<Kind> kind_from(string_view word) {
    return value_of<Kind>(word);
}
std::optional<Status> status_from(string_view word) {
    return value_of<Status>(word);
}
std::optional<Rag> rag_from(string_view word) {
    return value_of<Rag>(word);
}
std::optional<Priority> priority_from(string_view word) {
    return value_of<Priority>(word);
}
std::optional<Response> response_from(string_view word) {
    return value_of<Response>(word);
}
std::optional<Qualifier> qualifier_from(string_view word) {
    return value_of<Qualifier>(word);
}

}  // namespace tidytracker
