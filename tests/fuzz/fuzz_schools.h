// What the entries over school data share: a small criteria set, and any bytes as a CSV file read,
// typed and scored block by block.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <string_view>

#include "model/run.h"
#include "read/criteria/criteria.h"
#include "read/csv/blocks.h"
#include "read/csv/csv.h"
#include "read/schools/binding.h"
#include "read/schools/schools.h"
#include "read/schools/set_choice.h"
#include "score/score.h"

namespace kdcl::fuzz {

constexpr std::string_view kSet = R"(kdcl: 1
id: thu
title: {vi: Thử, en: Try}
source: {document: 1/2018, issued: 2018-08-22}
in_force: {from: 2018-10-10}
applies_to: school_type == 'tieu_hoc'
fields:
  done: {title: {vi: Xong, en: Done}, type: integer, min: 0}
  all: {title: {vi: Tất cả, en: All}, type: number}
  far: {title: {vi: Xa, en: Far}, type: flag}
  opened: {title: {vi: Mở, en: Opened}, type: date}
measures:
  share: {title: {vi: Tỉ lệ, en: Share}, unit: "%", formula: 100 * done / all}
levels:
  1: {title: {vi: Mức 1, en: Level 1}}
  2: {title: {vi: Mức 2, en: Level 2}}
awards:
  accreditation: [{level: 1, title: {vi: Cấp độ 1, en: Accreditation level 1}}]
standards:
  - id: "1"
    title: {vi: Một, en: One}
    criteria:
      - id: "1.1"
        title: {vi: Một, en: One}
        levels:
          1:
            a: {vi: A, en: A, require: {measure: share, at_least: 70, exceptions: [{where: far, at_least: 60, because: {vi: Xa, en: Far}}]}}
            b: {vi: B, en: B}
          2: {vi: C, en: C, require: {measure: share, at_least: 80}}
      - id: "1.2"
        title: {vi: Hai, en: Two}
        where: opened >= '2000-01-01'
        levels:
          1: {vi: D, en: D, require: {level_of: phu, at_least: 1}}
)";

/// The set whose level that one asks for.
inline constexpr std::string_view kHelper = R"(kdcl: 1
id: phu
title: {vi: Phụ, en: Helper}
source: {document: 2/TT, issued: 2020-01-01}
in_force: {from: 2020-01-01}
levels:
  1: {title: {vi: Mức 1, en: Level 1}}
standards:
  - id: H
    title: {vi: Phụ, en: Helper}
    criteria:
      - {id: H.1, title: {vi: Phụ, en: Helper}, levels: {1: {vi: E, en: E}}}
)";

inline Run small_run() {
  Diagnostics diagnostics(Language::en);
  CriteriaLibrary library;
  library.find = [](const std::string&) {
    return CriteriaLibrary::File{"phu.yaml", std::string(kHelper)};
  };
  std::vector<CriteriaSet> sets;
  for (const std::string_view text : {kSet, kHelper}) {
    auto set = read_criteria("set.yaml", text, library, diagnostics);
    if (!set) std::abort();
    sets.push_back(std::move(*set));
  }
  Run run = make_run(std::move(sets), kNoDate);
  run.open_to = 1;
  return run;
}

inline ByteSource source_of(std::string_view bytes) {
  const int file = memfd_create("fuzz", 0);
  if (write(file, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) std::abort();
  LocalText fault;
  auto source = ByteSource::open("/proc/self/fd/" + std::to_string(file), fault);
  close(file);
  if (!source) std::abort();
  return std::move(*source);
}

/// Reads the bytes as the program reads "fuzz.csv" and calls `use(grid, table)` for every block
/// without a fault. True if there was no fault at all.
template <typename Use>
bool read_schools(const Run& run, std::string_view bytes, Use use,
                  Encoding encoding = Encoding::unknown) {
  Diagnostics diagnostics(bytes.size() % 2 == 0 ? Language::vi : Language::en);
  BlockCutter cutter(source_of(bytes), "fuzz.csv", encoding);
  if (!cutter.start(diagnostics)) return false;
  const auto header = read_csv_header(cutter, diagnostics);
  if (!header) return false;
  const Binding binding = bind_columns(header->names, {"fuzz.csv"}, run, false, diagnostics);
  if (diagnostics.has_errors() || SetChoice(run).lacks_day(binding)) return false;
  SchoolReader reader(run, binding, "fuzz.csv", header->separator != ',');
  TextBlock block;
  Grid grid;
  SchoolTable table;
  while (cutter.next(block)) {
    if (!read_csv_grid(block, header->separator, static_cast<uint32_t>(header->names.size()),
                       "fuzz.csv", grid, diagnostics))
      break;
    reader.read(grid, table, diagnostics);
    if (!diagnostics.has_errors()) use(grid, table);
  }
  (void)format_diagnostics(diagnostics, false);
  return !diagnostics.has_errors();
}

}  // namespace kdcl::fuzz
