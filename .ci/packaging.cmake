# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` puts where, and the Debian packages that `cpack` makes of it: the program
# with its manual page and completions, and the library with its headers.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(TIDYTRACKER_ZSH_FOLDER ${CMAKE_INSTALL_DATADIR}/zsh/site-functions
    CACHE STRING "Where zsh looks for completions")

# The program prints these itself.
set(printed ${PROJECT_BINARY_DIR}/printed)
file(MAKE_DIRECTORY ${printed})
function(tidytracker_printed FILE COMMAND)
  add_custom_command(OUTPUT ${printed}/${FILE} VERBATIM DEPENDS tidytracker_program
                     COMMAND sh -c "\"$0\" ${COMMAND} >${FILE}" $<TARGET_FILE:tidytracker_program>
                     WORKING_DIRECTORY ${printed})
  set_property(GLOBAL APPEND PROPERTY tidytracker_printed ${printed}/${FILE})
endfunction()
tidytracker_printed(tidytracker.1.gz "man | gzip -9n")
tidytracker_printed(tidytracker "completions bash")
tidytracker_printed(_tidytracker "completions zsh")
tidytracker_printed(tidytracker.fish "completions fish")
get_property(printed_files GLOBAL PROPERTY tidytracker_printed)
add_custom_target(tidytracker_printed ALL DEPENDS ${printed_files})

# The program finds its module by the way from its own folder, wherever the two are installed; where
# there is no /proc to tell a program's folder, in the place that was meant.
set(module_folder ${CMAKE_INSTALL_LIBDIR}/tidytracker)
file(RELATIVE_PATH way_to_module /${CMAKE_INSTALL_BINDIR} /${module_folder})
set_target_properties(tidytracker_program PROPERTIES
                      INSTALL_RPATH "$ORIGIN/${way_to_module};${CMAKE_INSTALL_FULL_LIBDIR}/tidytracker")
install(TARGETS tidytracker_program RUNTIME COMPONENT program)
install(TARGETS tidytracker_pdf LIBRARY DESTINATION ${module_folder} COMPONENT program)
install(FILES ${printed}/tidytracker.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES ${printed}/tidytracker
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT program)
install(FILES ${printed}/_tidytracker DESTINATION ${TIDYTRACKER_ZSH_FOLDER} COMPONENT program)
install(FILES ${printed}/tidytracker.fish
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)
install(FILES ${PROJECT_SOURCE_DIR}/README.md TYPE DOC COMPONENT program)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE TYPE DOC RENAME copyright COMPONENT program)

# The library is static. Its users link what it needs, which both descriptions of it list.
set(library_packages libisal libutf8proc nettle re2 libxml-2.0 libqpdf sqlite3)
list(JOIN library_packages " " library_requires)
install(TARGETS tidytracker ARCHIVE COMPONENT library)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/tidytracker TYPE INCLUDE COMPONENT library)
set(config_folder ${CMAKE_INSTALL_LIBDIR}/cmake/tidytracker)
configure_package_config_file(
  .ci/tidytracker-config.cmake.in ${printed}/tidytracker-config.cmake
  INSTALL_DESTINATION ${config_folder} PATH_VARS CMAKE_INSTALL_LIBDIR CMAKE_INSTALL_INCLUDEDIR)
# Before 1.0 each minor version may change the interface.
write_basic_package_version_file(${printed}/tidytracker-config-version.cmake
                                 COMPATIBILITY SameMinorVersion)
file(RELATIVE_PATH include_from_library /${CMAKE_INSTALL_LIBDIR} /${CMAKE_INSTALL_INCLUDEDIR})
configure_file(.ci/tidytracker.pc.in ${printed}/tidytracker.pc @ONLY)
install(FILES ${printed}/tidytracker-config.cmake ${printed}/tidytracker-config-version.cmake
        DESTINATION ${config_folder} COMPONENT library)
install(FILES ${printed}/tidytracker.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig
        COMPONENT library)

set(CPACK_GENERATOR DEB)
set(CPACK_COMPONENTS_ALL program library)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_PACKAGE_CONTACT "tidytracker developers <tidytracker@example.org>")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME tidytracker)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
    "reads spreadsheets, documents, web pages and text\n ${PROJECT_DESCRIPTION}.")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libtidytracker-dev)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS
    "libfmt-dev, libexpected-dev, libpugixml-dev, libisal-dev, libutf8proc-dev, nettle-dev, libre2-dev, libxml2-dev, libqpdf-dev, libsqlite3-dev")
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION
    "static library of tidytracker, with its headers\n ${PROJECT_DESCRIPTION}.")
include(CPack)
