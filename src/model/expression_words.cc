#include "model/expression_words.h"

#include <optional>
#include <vector>

#include "base/text.h"
#include "model/criteria.h"
#include "model/expression_messages.h"
#include "model/office_words.h"

namespace kdcl {
namespace {

using namespace message;

void hint_nearest(std::string_view nearest, Diagnostics& diagnostics) {
  if (!nearest.empty()) diagnostics.hint({"có phải \"{0}\"?", "did you mean \"{0}\"?"}, nearest);
}

}  // namespace

void hint_name(const ExpressionNames& names, std::string_view written, Diagnostics& diagnostics) {
  std::vector<std::string_view> candidates;
  for (size_t i = 0; i < kIdentityColumns; ++i)
    candidates.push_back(identity_name(static_cast<IdentityColumn>(i)));
  for (const Field& field : names.fields) candidates.push_back(field.id);
  for (const Measure& measure : names.measures) candidates.push_back(measure.id);
  hint_nearest(nearest_name(written, candidates), diagnostics);
}

bool put_id(IdentityColumn column, std::string& word) {
  const std::optional<std::string_view> id = find_office_word(column, word);
  if (id) word = *id;
  return id.has_value();
}

void hint_value(const Field& field, std::string_view written, Diagnostics& diagnostics) {
  hint_nearest(nearest_choice(field, written), diagnostics);
}

void hint_value(IdentityColumn column, std::string_view written, Diagnostics& diagnostics) {
  const std::string_view nearest = nearest_office_word(column, written);
  hint_nearest(nearest, diagnostics);
  if (nearest.empty())
    diagnostics.hint({"các giá trị: {0}", "the values are: {0}"}, office_ids(column));
}

}  // namespace kdcl
