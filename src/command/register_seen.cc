// RegisterSeen of command/school_input.h.
#include "base/text.h"
#include "command/school_input.h"
#include "read/register_messages.h"

namespace kdcl {

using namespace message;

void RegisterSeen::note(const SchoolRegister& schools, const SchoolBlock& block,
                        uint64_t first_line, bool is_sheet, Diagnostics& diagnostics) {
  seen_.resize(schools.rows.size());
  const SchoolTable& table = block.schools.table;
  for (size_t row = 0; row < table.rows; ++row) {
    const std::string_view id = table.text_of(IdentityColumn::school_id, row);
    if (const auto found = schools.places.find(id); found != schools.places.end())
      seen_[found->second] = true;
    else
      diagnostics.warning({block.table->name, table.line[row] + first_line - 1, 0, is_sheet},
                          kNotInRegister, excerpt(id));
  }
}

void RegisterSeen::report(const SchoolRegister& schools, Diagnostics& diagnostics) const {
  constexpr size_t kMostNamed = 5;
  size_t count = 0;
  std::string names;
  for (size_t i = 0; i < schools.rows.size(); ++i) {
    if (i < seen_.size() && seen_[i]) continue;
    if (count++ >= kMostNamed) continue;
    names += names.empty() ? "" : ", ";
    names += schools.rows[i].text(IdentityColumn::school_id);
  }
  if (count > kMostNamed) names += ", …";
  if (count > 0) diagnostics.warning({schools.file.name}, kNotInData, count, names);
}

}  // namespace kdcl
