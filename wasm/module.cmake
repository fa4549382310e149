# The WebAssembly module: upgrade_rate_wasm.mjs (an ES module that makes instances) and its .wasm.
# It runs in pages, in workers, and in Node when the host hands the bytes in as `wasmBinary`.
if(NOT EXISTS ${CMAKE_SOURCE_DIR}/wasm/bindings.cpp)
  message(STATUS "No module: wasm/bindings.cpp is missing.")
  return()
endif()
# What is hot comes first: of a template that several objects hold, the linker takes the first.
add_executable(upgrade_rate_wasm
  $<TARGET_OBJECTS:core_hot>
  ${CMAKE_SOURCE_DIR}/wasm/bindings.cpp
  ${CMAKE_SOURCE_DIR}/wasm/text_of_numbers.cpp)
set_target_properties(upgrade_rate_wasm PROPERTIES SUFFIX .mjs)
target_link_libraries(upgrade_rate_wasm PRIVATE core)
target_compile_options(upgrade_rate_wasm PRIVATE -Oz)
target_link_options(upgrade_rate_wasm PRIVATE
  -Oz                         # how the code is linked; its speed is decided when it is compiled
  -lembind
  -Wl,--wrap=strtod,--wrap=snprintf  # see text_of_numbers.cpp
  -sDYNAMIC_EXECUTION=0       # embind without eval: the page's policy forbids it
  -sMODULARIZE
  -sEXPORT_ES6
  -sENVIRONMENT=web,worker
  -sFILESYSTEM=0              # the core does no input or output
  -sALLOW_MEMORY_GROWTH
  -sMAXIMUM_MEMORY=4GB
  -sMALLOC=emmalloc)          # half the size of dlmalloc, and as fast here
# No 64-bit integer crosses the boundary, so -sWASM_BIGINT would only make the glue larger.

# What newer releases changed: the default stack shrank from 5 MB, and HEAPU8 must be asked for.
if(EMSCRIPTEN_VERSION VERSION_GREATER_EQUAL 3.1.27)
  target_link_options(upgrade_rate_wasm PRIVATE -sSTACK_SIZE=5MB -sEXPORTED_RUNTIME_METHODS=HEAPU8)
endif()
