#include "report/paper.h"

#include "report/words.h"

namespace kdcl {
namespace {

std::string said(const Message& message, Language language) {
  return std::string(message.in(language));
}

}  // namespace

Heading state_heading(Language language) {
  return {{said(words::kPeoplesCommittee, language), said(words::kDepartment, language)},
          {said(words::kStateName, language), said(words::kMotto, language)}};
}

SignatureBlock signature_block(Day day, Language language) {
  SignatureBlock block;
  block.people = {{said(words::kMadeBy, language), said(words::kSignNote, language)},
                  {said(words::kHead, language), said(words::kSignSealNote, language)}};
  if (day == kNoDate) {
    block.place_and_date = said(words::kPlaceAndNoDate, language);
    return block;
  }
  const std::string date = format_iso(day);  // YYYY-MM-DD
  block.place_and_date = format_message(language, words::kPlaceAndDate, date.substr(8, 2),
                                        date.substr(5, 2), date.substr(0, 4));
  return block;
}

}  // namespace kdcl
