# SPDX-License-Identifier: Apache-2.0
# The compiler's and the linker's own defences, for builds that are used: what reads other people's
# files should stop rather than be led astray. And builds that say nothing of where they were made,
# so that two of them are the same. Debian's compilers make position-independent programs unasked.
include(CheckLinkerFlag)
if(TIDYTRACKER_FUZZ)
  return()  # the sanitizers see more, and do not go together with these
endif()
set(released $<CONFIG:Release,RelWithDebInfo>)
add_compile_options(
  "$<${released}:-fstack-protector-strong;-D_FORTIFY_SOURCE=2>"
  "$<${released}:-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.;-ffile-prefix-map=${PROJECT_BINARY_DIR}=build>"
  "$<$<AND:${released},$<CXX_COMPILER_ID:GNU>>:-fstack-clash-protection>")
# Addresses are bound at the start and then read-only; packed, there are fewer bytes to load.
foreach(flag IN ITEMS relro now pack-relative-relocs)
  string(MAKE_C_IDENTIFIER links_with_${flag} known)
  check_linker_flag(CXX -Wl,-z,${flag} ${known})
  if(${known})
    add_link_options("$<${released}:LINKER:-z,${flag}>")
  endif()
endforeach()
