#include "command/summary_parts.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/file.h"
#include "base/text.h"
#include "command/assumption_messages.h"
#include "command/messages.h"
#include "read/partial.h"

namespace kdcl {
namespace {

using namespace message;

bool starts_as_partial(const std::string& path) {
  if (path == "-") return false;  // can't be looked at and then read again
  std::string fault;
  std::optional<ByteSource> source = ByteSource::open(path, fault);
  std::array<char, kPartialMark> start{};
  const auto length = source ? source->read(start.data(), start.size()) : 0;
  return length > 0 && is_partial({start.data(), static_cast<size_t>(length)});
}

std::string day_words(Day day) { return day == kNoDate ? std::string("-") : format_day_first(day); }

/// What must be the same in all parts.
bool fits(const std::string& file, const PartialSummary& sum, const PartialSummary& part,
          Diagnostics& diagnostics) {
  const size_t errors = diagnostics.errors();
  if (part.summary.as_of != sum.summary.as_of)
    diagnostics.error({file}, kPartDay, day_words(part.summary.as_of), day_words(sum.summary.as_of))
        .hint(kSameDate);
  if (part.summary.place != sum.summary.place)
    diagnostics.error({file}, kPartPlace, part.summary.place, sum.summary.place).hint(kSameBy);
  if (part.targets_sha256 != sum.targets_sha256)
    diagnostics.error({file}, kPartTargets).hint(kSameTargets);
  if (part.assumed != sum.assumed) diagnostics.error({file}, kPartAssumed).hint(kSameAssumed);
  return diagnostics.errors() == errors;
}

/// The same data in two parts would be counted twice.
void check_inputs(const PartialSummary& sum, Diagnostics& diagnostics) {
  std::map<std::string, std::string> known;
  for (const InputFile& input : sum.inputs) {
    if (input.sha256.empty()) continue;
    const auto [first, is_new] = known.try_emplace(input.sha256, input.name);
    if (!is_new) diagnostics.error({}, kSameData, first->second, input.name);
  }
}

}  // namespace

std::vector<std::string> take_partials(std::vector<std::string>& files) {
  const auto first = std::stable_partition(
      files.begin(), files.end(), [](const std::string& file) { return !starts_as_partial(file); });
  std::vector<std::string> partials(first, files.end());
  files.erase(first, files.end());
  return partials;
}

void add_partials(const std::vector<std::string>& files, const Run& run,
                  const std::vector<Target>& targets, PartialSummary& sum,
                  Diagnostics& diagnostics) {
  PartialReader reader(run, targets);
  for (const std::string& file : files) {
    std::string fault;
    const std::optional<std::string> bytes = read_file(file, SIZE_MAX, fault);
    if (!bytes) {
      diagnostics.error({file}, kCannotRead, fault);
      continue;
    }
    const std::optional<PartialSummary> part = reader.read(file, *bytes, diagnostics);
    if (!part) continue;
    if (sum.summary.groups.empty() && sum.summary.outside == 0) {
      if (sum.summary.as_of == kNoDate) sum.summary.as_of = part->summary.as_of;
      if (sum.summary.place.empty()) sum.summary.place = part->summary.place;
    }
    if (!fits(file, sum, *part, diagnostics)) continue;
    add_part(sum.summary, part->summary);
    sum.inputs.insert(sum.inputs.end(), part->inputs.begin(), part->inputs.end());
  }
  check_inputs(sum, diagnostics);
}

}  // namespace kdcl
