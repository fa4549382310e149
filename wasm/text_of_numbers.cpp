// Numbers to text and back, in place of two functions of the C library that the linker wraps.
//
// nlohmann/json reads numbers by strtod and writes escapes by snprintf. The library's own bring
// arithmetic in 128-bit floating point and the formatting of long doubles: 12 KB gzip of the
// module for nothing that a document needs. JavaScript's Number() rounds as exactly as strtod.
// Left out: everything that is not a whole JSON number, and %f, %g, %e.

#include <emscripten.h>

#include <cstdarg>
#include <cstddef>

EM_JS(double, upgrade_rate_number, (const char* text, int bytes), {
  let written = "";
  for (let i = 0; i < bytes; ++i) written += String.fromCharCode(HEAPU8[text + i]);
  return Number(written);
});

extern "C" {

int vsniprintf(char* into, size_t size, const char* format, va_list values);

double __wrap_strtod(const char* text, char** end) {
  int bytes = 0;
  while (text[bytes] != '\0') ++bytes;
  if (end != nullptr) *end = const_cast<char*>(text) + bytes;
  return upgrade_rate_number(text, bytes);
}

int __wrap_snprintf(char* into, size_t size, const char* format, ...) {
  va_list values;
  va_start(values, format);
  const int written = vsniprintf(into, size, format, values);
  va_end(values);
  return written;
}
}
