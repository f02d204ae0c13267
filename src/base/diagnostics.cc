#include "base/diagnostics.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "base/text.h"

namespace kdcl {
namespace {

constexpr Message kError{"lỗi", "error"};
constexpr Message kWarning{"cảnh báo", "warning"};
constexpr Message kHint{"gợi ý", "hint"};
constexpr Message kMoreErrors{"còn {0} lỗi nữa không in ra", "{0} more errors not shown"};
constexpr Message kMoreWarnings{"còn {0} cảnh báo nữa không in ra", "{0} more warnings not shown"};

void print_one(const Diagnostic& fault, Language language, bool color, std::string& out) {
  const bool is_error = fault.severity == Severity::error;
  const std::string_view word = (is_error ? kError : kWarning).in(language);
  const auto clean = [](const std::string& text) {
    return without_controls(text, LineBreaks::as_newlines);
  };
  const std::string where = clean(place_text(fault.location));
  if (!where.empty()) out += where + ": ";
  if (color) out += is_error ? "\033[1;31m" : "\033[1;33m";
  out += word;
  out += ':';
  if (color) out += "\033[0m";
  out += ' ' + clean(fault.message) + '\n';
  if (!fault.hint.empty()) out += fmt::format("  {}: {}\n", kHint.in(language), clean(fault.hint));
}

}  // namespace

std::string place_text(const Location& where) {
  std::string text = where.file;
  if (where.is_cell && where.line > 0)
    return fmt::format("{}!{}{}", text, where.column > 0 ? column_name(where.column - 1) : "",
                       where.line);
  if (where.line > 0) text += fmt::format(":{}", where.line);
  if (where.line > 0 && where.column > 0) text += fmt::format(":{}", where.column);
  return text;
}

std::string line_text(const Location& where) {
  return place_text({where.file, where.line, 0, where.is_cell});
}

Diagnostics& Diagnostics::add(Diagnostic diagnostic) {
  size_t& count = diagnostic.severity == Severity::error ? errors_ : warnings_;
  last_kept_ = ++count <= most_;
  if (last_kept_) kept_.push_back(std::move(diagnostic));
  return *this;
}

void Diagnostics::keep_first_of_cells() {
  std::set<Location> told;
  const size_t before = kept_.size();
  std::erase_if(kept_, [&told](const Diagnostic& fault) {
    return fault.severity == Severity::error && fault.location.is_cell &&
           fault.location.column > 0 && !told.insert(fault.location).second;
  });
  errors_ -= before - kept_.size();
}

void Diagnostics::append(const Diagnostics& other, uint64_t line_offset) {
  for (Diagnostic fault : other.kept_) {
    if (fault.location.line > 0) fault.location.line += line_offset;
    add(std::move(fault));
  }
  count_left_out(other);
}

void Diagnostics::append_cells(const Diagnostics& other, uint32_t first_column) {
  for (Diagnostic fault : other.kept_) {
    if (!std::exchange(fault.location.is_cell, true) && fault.location.column > 0)
      fault.location.column += first_column;
    add(std::move(fault));
  }
  count_left_out(other);
}

void Diagnostics::count_left_out(const Diagnostics& other) {
  // What the other collection only counted is only counted here too.
  size_t kept_errors = 0;
  for (const Diagnostic& fault : other.kept_) kept_errors += fault.severity == Severity::error;
  errors_ += other.errors_ - kept_errors;
  warnings_ += other.warnings_ - (other.kept_.size() - kept_errors);
  last_kept_ = false;
}

std::string format_diagnostics(const Diagnostics& diagnostics, bool color) {
  std::vector<Diagnostic> faults = diagnostics.kept();
  if (faults.size() > kMostDiagnostics) {
    std::stable_partition(faults.begin(), faults.end(), [](const Diagnostic& fault) {
      return fault.severity == Severity::error;
    });
    faults.resize(kMostDiagnostics);
  }
  // Places sort inside a file; files keep the order in which they were read.
  std::vector<std::string> files;
  const auto rank = [&files](const Location& where) {
    const auto found = std::find(files.begin(), files.end(), where.file);
    if (found == files.end()) files.push_back(where.file);
    return std::find(files.begin(), files.end(), where.file) - files.begin();
  };
  for (const Diagnostic& fault : faults) rank(fault.location);
  std::stable_sort(faults.begin(), faults.end(), [&](const Diagnostic& a, const Diagnostic& b) {
    return std::tuple(rank(a.location), a.location.line, a.location.column) <
           std::tuple(rank(b.location), b.location.line, b.location.column);
  });
  std::string out;
  size_t errors = 0;
  for (const Diagnostic& fault : faults) {
    errors += fault.severity == Severity::error;
    print_one(fault, diagnostics.language(), color, out);
  }
  const size_t warnings = faults.size() - errors;
  if (diagnostics.errors() > errors)
    out +=
        format_message(diagnostics.language(), kMoreErrors, diagnostics.errors() - errors) + '\n';
  if (diagnostics.warnings() > warnings)
    out +=
        format_message(diagnostics.language(), kMoreWarnings, diagnostics.warnings() - warnings) +
        '\n';
  return out;
}

}  // namespace kdcl
