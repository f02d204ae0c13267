#include "read/other_set.h"

#include <limits>

#include "base/text.h"
#include "read/amendment.h"
#include "read/criteria_messages.h"

namespace kdcl {

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
