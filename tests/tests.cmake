# What tests the core: core_tests (every tests/core/**/*_test.cpp in one executable, because a link
# costs more than a compile), upgrade_rate_cases (files and settings in, report out), the two
# programs of the benchmark in tests/bench, and the simulation in tests/simulation.
if(NOT EMSCRIPTEN)
  file(GLOB case_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/native/*.cpp)
  if(case_sources)
    add_executable(upgrade_rate_cases ${case_sources})
    target_link_libraries(upgrade_rate_cases PRIVATE core)
  endif()

  add_executable(upgrade_rate_rows ${CMAKE_SOURCE_DIR}/tests/bench/generate.cpp)
  add_executable(upgrade_rate_timed ${CMAKE_SOURCE_DIR}/tests/bench/native.cpp)
  target_link_libraries(upgrade_rate_timed PRIVATE core)
  add_executable(upgrade_rate_coverage ${CMAKE_SOURCE_DIR}/tests/simulation/coverage.cpp)
  target_link_libraries(upgrade_rate_coverage PRIVATE core)
  target_compile_options(upgrade_rate_coverage PRIVATE -O2 -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion)
  target_compile_options(upgrade_rate_rows PRIVATE -O2 -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion)
endif()

file(GLOB_RECURSE test_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/core/*_test.cpp)
if(NOT EXISTS ${GOOGLETEST_SOURCE}/CMakeLists.txt)
  message(STATUS "No core_tests: GoogleTest's sources are not in ${GOOGLETEST_SOURCE} (Debian's package `googletest`).")
  return()
endif()
if(NOT test_sources)
  message(STATUS "No core_tests: tests/core is empty.")
  return()
endif()

set(gtest_disable_pthreads ON CACHE BOOL "" FORCE)
set(INSTALL_GTEST OFF CACHE BOOL "" FORCE)
set(BUILD_GMOCK OFF CACHE BOOL "" FORCE)
add_subdirectory(${GOOGLETEST_SOURCE} ${CMAKE_BINARY_DIR}/googletest EXCLUDE_FROM_ALL)

add_executable(core_tests ${test_sources})
target_link_libraries(core_tests PRIVATE core gtest gtest_main)
# The tests themselves need no speed; the core under test keeps the flags it ships with.
target_compile_options(core_tests PRIVATE -O1)
# What nearly every test includes, parsed once. Only where no ccache remembers objects, since it
# does not know precompiled headers.
if(DEFINED ENV{CI})
  target_precompile_headers(core_tests PRIVATE <gtest/gtest.h> <string> <vector> <nlohmann/json.hpp>)
endif()
if(EMSCRIPTEN)
  # -O1: Debian's linker takes a quarter of the time it takes at -O3, on the same objects.
  target_link_options(core_tests PRIVATE -O1 -sENVIRONMENT=node -sNODERAWFS=1 -sEXIT_RUNTIME=1
    -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=4GB -sSTACK_OVERFLOW_CHECK=2)
endif()
enable_testing()
add_test(NAME core COMMAND core_tests WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
