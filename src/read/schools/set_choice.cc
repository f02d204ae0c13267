#include "read/schools/set_choice.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <limits>

#include "base/text.h"
#include "model/office_words.h"
#include "read/criteria/amendment.h"
#include "read/criteria/messages.h"
#include "read/schools/messages.h"

namespace kdcl {

using namespace message;

void report_unknown_set(const Run& run, const Location& where, std::string_view name,
                        Diagnostics& diagnostics) {
  std::vector<std::string_view> ids;
  for (size_t i = 0; i < run.sets.size(); ++i)
    if (run.is_open(i)) ids.push_back(run.sets[i].id);
  diagnostics.error(where,
                    {"Bộ tiêu chí (criteria_set): không có bộ tiêu chí \"{0}\" trong lần chạy này",
                     "criteria_set: there is no criteria set \"{0}\" in this run"},
                    excerpt(name));
  const std::string_view nearest = nearest_name(name, ids);
  if (!nearest.empty())
    diagnostics.hint(kNearestName, nearest);
  else
    diagnostics.hint({"lần chạy này có: {0}; chọn bộ khác bằng -c, hoặc bỏ -c",
                      "this run has: {0}; choose another with -c, or leave out -c"},
                     fmt::format("{}", fmt::join(ids, ", ")));
}

namespace {

/// False for a word that is no school type; true for none at all.
bool has_known_type(const BlockReading& block, size_t row) {
  const std::string_view type = block.table.text_of(IdentityColumn::school_type, row);
  return type.empty() ||
         std::find(kSchoolTypes.begin(), kSchoolTypes.end(), type) != kSchoolTypes.end();
}

}  // namespace

SetChoice::SetChoice(const Run& run) : run_(run), finder_(run) {
  std::vector<JudgedSet> open;
  for (size_t i = 0; i < run.sets.size(); ++i)
    if (run.is_open(i)) open.push_back({i, 0});
  for (const JudgedSet& helper : open) {
    const CriteriaSet& set = run.sets[helper.set];
    const auto belongs = [&](const JudgedSet& each) {
      return each.set == helper.set || run.sets[each.set].has_base(set.id);
    };
    if (set.applies_to || !std::all_of(open.begin(), open.end(), belongs)) continue;
    helper_ = set.id;
    helpers_ = open;
    break;
  }
}

void SetChoice::choose(BlockReading& block) {
  block.table.set.resize(block.rows.size());
  for (uint32_t row = 0; row < block.rows.size(); ++row) {
    const size_t errors = block.diagnostics.errors();
    block.table.set[row] = choose_row(block, row);
    if (block.table.set[row] != kNoSet) continue;
    const bool is_faulty = block.diagnostics.errors() > errors ||
                           block.table.assessed_on[row] == kNoDate || !has_known_type(block, row);
    if (is_faulty) block.undecided.push_back(row);
  }
}

bool SetChoice::lacks_day(const Binding& binding) const {
  const auto has = [&binding](IdentityColumn column) {
    return binding.identity[static_cast<size_t>(column)] != kNoColumn;
  };
  return !run_.only_set && helpers_.empty() && run_.date == kNoDate &&
         !has(IdentityColumn::assessed_on) && !has(IdentityColumn::criteria_set);
}

void SetChoice::report_no_day(const Location& header, Diagnostics& diagnostics) const {
  diagnostics
      .error(header,
             {"thiếu cột Ngày đánh giá (assessed_on) nên không biết chấm theo thông tư nào",
              "there is no column assessed_on, without which the circular in force is not known"})
      .hint({"thêm cột này, hoặc dùng --date", "add it, or give --date"});
}

int16_t SetChoice::choose_row(BlockReading& block, uint32_t row) {
  const SchoolTable& table = block.table;
  if (run_.only_set)
    return finder_.applying(block.table, row)[*run_.only_set] == Truth::no
               ? kNoSet
               : static_cast<int16_t>(*run_.only_set);
  const std::string_view name = table.text_of(IdentityColumn::criteria_set, row);
  if (!name.empty()) return named_set(block, row, name);
  if (!helpers_.empty())
    return static_cast<int16_t>(set_in_place(run_, helpers_, helper_, table.assessed_on[row]).set);
  return fitting_set(block, row);
}

std::optional<size_t> SetChoice::open_set(std::string_view id) const {
  for (size_t i = 0; i < run_.sets.size(); ++i)
    if (run_.sets[i].id == id && run_.is_open(i)) return i;
  return {};
}

int16_t SetChoice::named_set(BlockReading& block, uint32_t row, std::string_view name) {
  const Location where = block.place(row, IdentityColumn::criteria_set);
  std::optional<size_t> set = open_set(name);
  if (!set) set = open_set(fold(name));
  if (!set) {
    report_unknown_set(run_, where, name, block.diagnostics);
    return kNoSet;
  }
  if (finder_.applying(block.table, row)[*set] == Truth::no)
    block.diagnostics.warning(
        where,
        {"Bộ tiêu chí (criteria_set): bộ {0} không dành cho trường loại \"{1}\"",
         "criteria_set: {0} is not made for schools of type \"{1}\""},
        name, block.table.text_of(IdentityColumn::school_type, row));
  return static_cast<int16_t>(*set);
}

int16_t SetChoice::fitting_set(BlockReading& block, uint32_t row) {
  const Day day = block.table.assessed_on[row];
  if (day == kNoDate) {
    // A wrong date was reported where it was read, and a column that is not there at the header.
    if (block.table.text_of(IdentityColumn::assessed_on, row).empty() && !lacks_day(block.binding))
      block.diagnostics
          .error(block.place(row, IdentityColumn::assessed_on),
                 {"không có ngày đánh giá (assessed_on) nên không biết chấm theo thông tư nào",
                  "without assessed_on the circular in force is not known"})
          .hint({"điền ngày đánh giá, hoặc dùng --date", "fill in assessed_on, or give --date"});
    return kNoSet;
  }
  const auto [found, other] = finder_.find(block.table, row, day);
  if (other != kNoSet) {
    block.diagnostics.error(block.place(row, IdentityColumn::school_type),
                            {"hai bộ tiêu chí cùng hợp với dòng này: {0} và {1}",
                             "two criteria sets fit this row: {0} and {1}"},
                            run_.sets[static_cast<size_t>(found)].id,
                            run_.sets[static_cast<size_t>(other)].id);
    return kNoSet;
  }
  if (found == kNoSet) report_no_set(block, row, day);
  return found;
}

void SetChoice::report_no_set(BlockReading& block, uint32_t row, Day day) {
  const std::string_view type = block.table.text_of(IdentityColumn::school_type, row);
  const Location where = block.place(row, IdentityColumn::school_type);
  const int32_t column = block.binding.identity[static_cast<size_t>(IdentityColumn::school_type)];
  if (type.empty()) {
    if (column == kNoColumn)
      block.warn_once(
          static_cast<uint32_t>(kNoColumn), where, &kAddTypeColumn,
          {"thiếu cột Loại trường (school_type) nên không chọn được bộ tiêu chí",
           "there is no column school_type, without which no criteria set can be chosen"});
    else
      block.diagnostics.warning(where,
                                {"không biết loại trường nên không chọn được bộ tiêu chí",
                                 "the school type is not known, so no criteria set can be chosen"});
    return;
  }
  if (!has_known_type(block, row)) return;  // reported where it was read
  if (std::any_of(run_.sets.begin(), run_.sets.end(),
                  [day](const CriteriaSet& set) { return set.is_in_force(day); }))
    return;
  block.diagnostics.warning(
      block.place(row, IdentityColumn::assessed_on),
      {"không có thông tư nào có hiệu lực ngày {0} cho loại trường \"{1}\"",
       "no circular for school type \"{1}\" is in force on {0}"},
      format_day_first(day),
      office_title(IdentityColumn::school_type, type, block.diagnostics.language()));
}

using namespace message;

namespace {

/// What is wrong with the other set is told where it is read whole; this one goes on.
OtherSet head_of(const std::string& id, const CriteriaLibrary::File& file,
                 const CriteriaLibrary& library, Diagnostics& diagnostics) {
  OtherSet found{{id, id}, std::numeric_limits<int>::max()};
  const auto tree = read_amended(file.name, file.bytes, library, diagnostics);
  if (!tree) return found;
  const YamlValues values(tree->files, diagnostics);
  if (auto title = values.read_local_text(tree->file, "title")) found.title = std::move(*title);
  if (const YamlNode* levels = YamlValues::find(tree->file, "levels"))
    found.top_level = static_cast<int>(levels->keys.size());
  return found;
}

}  // namespace

std::optional<OtherSet> find_other_set(CriteriaReading& reading, const YamlValues& values,
                                       const YamlNode& id) {
  if (!values.is_text(id, "level_of")) return {};
  const CriteriaLibrary& library = *reading.library;
  // Each is looked for once: its file may be large, and named many times.
  const auto [known, is_new] = reading.others.try_emplace(id.text);
  if (is_new)
    if (const auto file = library.find ? library.find(id.text) : std::nullopt)
      known->second = head_of(id.text, *file, library, values.diagnostics());
  if (known->second) return known->second;
  values
      .error(id,
             {"level_of: không tìm thấy bộ tiêu chí \"{0}\"",
              "level_of: there is no criteria set \"{0}\""},
             excerpt(id.text))
      .hint(kGiveSetToo);
  const std::vector<std::string_view> ids(library.ids.begin(), library.ids.end());
  values.hint_nearest(id.text, ids);
  return {};
}

}  // namespace kdcl
