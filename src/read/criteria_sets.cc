#include <algorithm>
#include <map>

#include "base/date.h"
#include "read/criteria.h"
#include "read/criteria_messages.h"

namespace kdcl {

using namespace message;

namespace {

bool is_same_choice(const Choice& a, const Choice& b) { return a.id == b.id && a.title == b.title; }

bool is_same_kind(const Field& a, const Field& b) {
  return a.type == b.type && std::equal(a.values.begin(), a.values.end(), b.values.begin(),
                                        b.values.end(), is_same_choice);
}

std::string place_text(const Location& place) {
  return fmt::format("{}:{}", place.file, place.line);
}

void check_ids(const std::vector<CriteriaSet>& sets, Diagnostics& diagnostics) {
  std::map<std::string_view, const CriteriaSet*> known;
  for (const CriteriaSet& set : sets) {
    const auto [found, is_new] = known.emplace(set.id, &set);
    if (!is_new) diagnostics.error(set.place, kSetTwice, set.id, place_text(found->second->place));
  }
}

bool overlap(const CriteriaSet& a, const CriteriaSet& b) {
  const auto ends_before = [](const CriteriaSet& x, const CriteriaSet& y) {
    return x.in_force_to != kNoDate && x.in_force_to < y.in_force_from;
  };
  return !ends_before(a, b) && !ends_before(b, a);
}

void check_dates(const std::vector<CriteriaSet>& sets, Diagnostics& diagnostics) {
  for (size_t later = 1; later < sets.size(); ++later) {
    for (size_t i = 0; i < later; ++i) {
      const CriteriaSet& a = sets[i];
      const CriteriaSet& b = sets[later];
      if (!a.applies_to || !b.applies_to || a.applies_to->source != b.applies_to->source ||
          a.has_base(b.id) || b.has_base(a.id) || !overlap(a, b))
        continue;
      diagnostics.error(b.in_force_place, kSetsOverlap, a.id, place_text(a.in_force_place));
    }
  }
}

}  // namespace

void check_fields(const std::vector<CriteriaSet>& sets, Diagnostics& diagnostics) {
  std::map<std::string_view, const Field*> known;
  for (const CriteriaSet& set : sets) {
    for (const Field& field : set.fields) {
      const Field& first = *known.emplace(field.id, &field).first->second;
      if (!is_same_kind(first, field))
        diagnostics.error(field.place, kFieldDiffers, field.id, place_text(first.place));
    }
  }
}

void check_sets(const std::vector<CriteriaSet>& sets, Diagnostics& diagnostics) {
  check_ids(sets, diagnostics);
  check_fields(sets, diagnostics);
  check_dates(sets, diagnostics);
}

}  // namespace kdcl
