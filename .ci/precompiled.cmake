# SPDX-License-Identifier: Apache-2.0
# The headers of libraries that nearly every file includes, parsed once: halves the time of a build.
# None of the project's own headers is among them, so that a file still names what it uses.
set(precompiled_headers <algorithm> <array> <charconv> <functional> <map> <memory> <optional> <set>
    <span> <string> <string_view> <unordered_map> <utility> <variant> <vector> <fmt/format.h>
    <tl/expected.hpp>)
option(TIDYTRACKER_PRECOMPILED "Parse the libraries' headers once" ON)
if(NOT TIDYTRACKER_PRECOMPILED)
  set(CMAKE_DISABLE_PRECOMPILE_HEADERS ON)
endif()
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled.cpp CONTENT "")
add_library(tidytracker_precompiled OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
target_link_libraries(tidytracker_precompiled PRIVATE tl::expected fmt::fmt tidytracker_warnings)
target_precompile_headers(tidytracker_precompiled PRIVATE ${precompiled_headers})

function(tidytracker_precompile TARGET)
  target_precompile_headers(${TARGET} REUSE_FROM tidytracker_precompiled)
endfunction()
