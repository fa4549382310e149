// One cell to RFC 4180. Spaces at the edges are quoted although the RFC does not ask for it,
// because many readers trim unquoted cells. A cell that a spreadsheet would take for a formula is
// not touched here: that is the caller's decision.
#include "core/bytes/csv_writer.h"

namespace upgrade_rate {
namespace {

bool needsQuotes(std::string_view cell) {
  if (cell.empty()) return false;
  if (cell.front() == ' ' || cell.back() == ' ') return true;
  return cell.find_first_of(",\"\r\n") != std::string_view::npos;
}

}  // namespace

void appendCsvCell(std::string& out, std::string_view cell) {
  if (!needsQuotes(cell)) {
    out.append(cell);
    return;
  }
  out.push_back('"');
  for (const char byte : cell) {
    if (byte == '"') out.push_back('"');
    out.push_back(byte);
  }
  out.push_back('"');
}

}  // namespace upgrade_rate
