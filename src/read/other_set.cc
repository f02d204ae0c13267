#include "read/other_set.h"

#include <limits>

#include "base/text.h"
#include "read/amendment.h"
#include "read/criteria_messages.h"

namespace kdcl {

using namespace message;

std::optional<OtherSet> find_other_set(const YamlValues& values, const YamlNode& id,
                                       const CriteriaLibrary& library) {
  if (!values.is_text(id, "level_of")) return {};
  const auto file = library.find ? library.find(id.text) : std::nullopt;
  if (!file) {
    values.error(id, kLevelOfUnknown, excerpt(id.text)).hint(kGiveSetToo);
    const std::vector<std::string_view> ids(library.ids.begin(), library.ids.end());
    values.hint_nearest(id.text, ids);
    return {};
  }
  // What is wrong with the other set is told where it is read whole; this one goes on.
  OtherSet found{{id.text, id.text}, std::numeric_limits<int>::max()};
  const auto tree = read_amended(file->name, file->bytes, library, values.diagnostics());
  if (!tree) return found;
  const YamlValues others(tree->files, values.diagnostics());
  if (auto title = others.read_local_text(tree->file, "title")) found.title = std::move(*title);
  if (const YamlNode* levels = YamlValues::find(tree->file, "levels"))
    found.top_level = static_cast<int>(levels->keys.size());
  return found;
}

}  // namespace kdcl
