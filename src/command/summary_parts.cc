#include "command/summary_parts.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/file.h"
#include "base/text.h"
#include "command/messages.h"
#include "command/period_messages.h"
#include "read/partial.h"

namespace kdcl {
namespace {

using namespace message;

bool starts_as_partial(const std::string& path) {
  if (path == "-") return false;  // can't be looked at and then read again
  LocalText fault;
  std::optional<ByteSource> source = ByteSource::open(path, fault);
  std::array<char, kPartialMark> start{};
  const auto length = source ? source->read(start.data(), start.size()) : 0;
  return length > 0 && is_partial({start.data(), static_cast<size_t>(length)});
}

std::string day_words(Day day) { return day == kNoDate ? std::string("-") : format_day_first(day); }

std::string since_words(Day day, Language language) {
  return day == kNoDate ? std::string(kAllDays.in(language)) : format_day_first(day);
}

/// What must be the same in all parts.
bool fits(const std::string& file, const PartialSummary& sum, const PartialSummary& part,
          Diagnostics& diagnostics) {
  const size_t errors = diagnostics.errors();
  if (part.summary.as_of != sum.summary.as_of)
    diagnostics
        .error({file},
               {"số tổng tính đến {0}, ở đây là {1}", "these sums are as of {0}, not of {1}"},
               day_words(part.summary.as_of), day_words(sum.summary.as_of))
        .hint({"lập mọi số tổng với cùng một --date", "make all sums with one --date"});
  if (part.summary.since != sum.summary.since)
    diagnostics
        .error({file},
               {"số tổng tính các trường từ {0}, ở đây từ {1}",
                "these sums count schools from {0} on, not from {1}"},
               since_words(part.summary.since, diagnostics.language()),
               since_words(sum.summary.since, diagnostics.language()))
        .hint({"lập mọi số tổng với cùng một --since", "make all sums with one --since"});
  if (part.summary.register_sha256 != sum.summary.register_sha256)
    diagnostics
        .error({file}, {"số tổng lập với danh sách trường khác, hoặc không có",
                        "these sums were made with another list of schools, or none"})
        .hint({"dùng cùng một tệp --schools ở mọi bước", "use the same --schools at every step"});
  if (part.summary.place != sum.summary.place)
    diagnostics
        .error({file}, {"số tổng theo cột {0}, ở đây là {1}", "these sums are by {0}, not by {1}"},
               part.summary.place, sum.summary.place)
        .hint({"lập mọi số tổng với cùng một --by", "make all sums with one --by"});
  if (part.targets_sha256 != sum.targets_sha256)
    diagnostics
        .error({file}, {"số tổng lập với tệp chỉ tiêu khác, hoặc không có",
                        "these sums were made with another targets file, or none"})
        .hint({"dùng cùng một tệp --targets ở mọi bước", "use the same --targets at every step"});
  if (part.assumed != sum.assumed)
    diagnostics
        .error({file}, {"số tổng lập với giả định --set khác, hoặc không có",
                        "these sums were made with other assumptions --set, or none"})
        .hint({"dùng cùng các --set, theo cùng thứ tự, ở mọi bước",
               "use the same --set in the same order at every step"});
  return diagnostics.errors() == errors;
}

/// A school of the register in two parts would be counted twice.
void check_schools(const std::string& file, const SchoolRegister& schools, const Summary& sum,
                   const Summary& part, Diagnostics& diagnostics) {
  const size_t all = std::min(sum.received.size(), part.received.size());
  for (size_t i = 0; i < std::min(all, schools.rows.size()); ++i)
    if (sum.received[i] && part.received[i])
      diagnostics.error({file},
                        {"trường {0} có trong hai số tổng, hoặc cả trong dữ liệu",
                         "school {0} is in two sums, or in the data, too"},
                        excerpt(schools.rows[i].text(IdentityColumn::school_id)));
}

/// The same data in two parts would be counted twice. The sheets of one part's workbook are no two.
/// `known`: what the parts before have.
void check_inputs(const std::vector<InputFile>& inputs, const std::vector<InputFile>& known,
                  Diagnostics& diagnostics) {
  std::set<std::string> reported;
  for (const InputFile& input : inputs) {
    const auto is_same = [&](const InputFile& each) { return each.sha256 == input.sha256; };
    const auto first = std::find_if(known.begin(), known.end(), is_same);
    if (input.sha256.empty() || first == known.end()) continue;
    if (reported.insert(input.sha256).second)
      diagnostics.error({},
                        {"cùng một dữ liệu được cộng hai lần: {0} và {1}",
                         "the same data would be added twice: {0} and {1}"},
                        first->name, input.name);
  }
}

/// Inputs with the position of the file that they are, or are from, on the command line.
class NamedInputs {
 public:
  NamedInputs(const std::vector<std::string>& named, const std::vector<InputFile>& data)
      : named_(named) {
    for (const InputFile& input : data) add(input.name, {input});
  }

  /// Those of a file.
  void add(const std::string& file, const std::vector<InputFile>& inputs) {
    const auto is_from = [&file](const std::string& named) {
      return file == named || file.starts_with(named + ':');  // a sheet of a workbook
    };
    const auto found = std::find_if(named_.begin(), named_.end(), is_from);
    // Files of a folder that was named stand where the one before them does.
    if (found != named_.end()) last_ = found - named_.begin();
    for (const InputFile& input : inputs) inputs_.emplace_back(last_, input);
  }

  [[nodiscard]] std::vector<InputFile> in_order() {
    std::stable_sort(inputs_.begin(), inputs_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<InputFile> inputs;
    for (auto& [position, input] : inputs_) inputs.push_back(std::move(input));
    return inputs;
  }

 private:
  const std::vector<std::string>& named_;
  std::vector<std::pair<std::ptrdiff_t, InputFile>> inputs_{};
  std::ptrdiff_t last_ = 0;
};

}  // namespace

std::vector<std::string> take_partials(std::vector<std::string>& files) {
  const auto first = std::stable_partition(
      files.begin(), files.end(), [](const std::string& file) { return !starts_as_partial(file); });
  std::vector<std::string> partials(first, files.end());
  files.erase(first, files.end());
  return partials;
}

void add_partials(const std::vector<std::string>& files, const std::vector<std::string>& named,
                  const PaperJob& job, const std::vector<Target>& targets, PartialSummary& sum,
                  Diagnostics& diagnostics) {
  PartialReader reader(job.run, targets);
  NamedInputs inputs(named, sum.inputs);
  std::vector<InputFile> known = sum.inputs;
  for (const std::string& file : files) {
    LocalText fault;
    const std::optional<std::string> bytes = read_file(file, SIZE_MAX, fault);
    if (!bytes) {
      diagnostics.error({file}, kCannotRead, fault.in(diagnostics.language()));
      continue;
    }
    const std::optional<PartialSummary> part = reader.read(file, *bytes, diagnostics);
    if (!part) continue;
    if (sum.summary.groups.empty() && sum.summary.outside == 0) {
      if (sum.summary.as_of == kNoDate) {
        sum.summary.as_of = part->summary.as_of;
        if (!job.since) sum.summary.since = part->summary.since;
      }
      if (sum.summary.place.empty()) sum.summary.place = part->summary.place;
    }
    if (!fits(file, sum, *part, diagnostics)) continue;
    check_inputs(part->inputs, known, diagnostics);
    known.insert(known.end(), part->inputs.begin(), part->inputs.end());
    if (job.schools) check_schools(file, *job.schools, sum.summary, part->summary, diagnostics);
    add_part(sum.summary, part->summary);
    inputs.add(file, part->inputs);
  }
  sum.inputs = inputs.in_order();
}

}  // namespace kdcl
