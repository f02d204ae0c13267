// RegisterSeen of command/school_input.h.
#include <algorithm>

#include "base/text.h"
#include "command/school_input.h"

namespace kdcl {

void RegisterSeen::note(const SchoolRegister& schools, const SchoolBlock& block,
                        uint64_t first_line, bool is_sheet) {
  seen_.resize(schools.rows.size());
  const SchoolTable& table = block.schools.table;
  for (size_t row = 0; row < table.rows; ++row) {
    const std::string_view id = table.text_of(IdentityColumn::school_id, row);
    if (const auto found = schools.places.find(id); found != schools.places.end()) {
      seen_[found->second] = true;
      continue;
    }
    const auto [at, is_new] = unlisted_at_.try_emplace(std::string(id), unlisted_.size());
    if (is_new)
      unlisted_.push_back(
          {at->first, {block.table->name, table.line[row] + first_line - 1, 0, is_sheet}});
    ++unlisted_[at->second].rows;
  }
}

std::vector<std::string> RegisterSeen::not_seen(const SchoolRegister& schools) const {
  std::vector<std::string> ids;
  for (size_t i = 0; i < schools.rows.size(); ++i)
    if (i >= seen_.size() || !seen_[i])
      ids.emplace_back(schools.rows[i].text(IdentityColumn::school_id));
  return ids;
}

void RegisterSeen::report(const SchoolRegister& schools, Diagnostics& diagnostics) const {
  report_unlisted(schools, diagnostics);
  constexpr size_t kMostNamed = 5;
  const std::vector<std::string> ids = not_seen(schools);
  std::string names;
  for (size_t i = 0; i < std::min(ids.size(), kMostNamed); ++i)
    names += (names.empty() ? "" : ", ") + ids[i];
  if (ids.size() > kMostNamed) names += ", …";
  if (ids.size() == 1)
    diagnostics.warning({schools.file.name},
                        {"1 trường trong danh sách không có dòng dữ liệu nào: {0}",
                         "1 school of the list has no row in the data: {0}"},
                        names);
  else if (!ids.empty())
    diagnostics.warning({schools.file.name},
                        {"{0} trường trong danh sách không có dòng dữ liệu nào: {1}",
                         "{0} schools of the list have no row in the data: {1}"},
                        ids.size(), names);
}

void RegisterSeen::report_unlisted(const SchoolRegister& schools, Diagnostics& diagnostics) const {
  if (unlisted_.empty()) return;
  std::unordered_map<std::string, std::string_view> listed;
  for (const auto& [id, row] : schools.places) listed.emplace(bare_school_code(id), id);
  for (const Unlisted& school : unlisted_) {
    if (school.rows == 1)
      diagnostics.warning(school.place,
                          {"trường {0} không có trong danh sách trường",
                           "school {0} is not in the list of schools"},
                          excerpt(school.id));
    else
      diagnostics.warning(school.place,
                          {"trường {0} không có trong danh sách trường; có {1} dòng",
                           "school {0} is not in the list of schools; it has {1} rows"},
                          excerpt(school.id), school.rows);
    if (const auto alike = listed.find(bare_school_code(school.id)); alike != listed.end())
      hint_alike(alike->second, diagnostics);
  }
}

}  // namespace kdcl
