#include <doctest/doctest.h>

#include "base/text.h"
#include "report/forms/parts.h"

namespace kdcl {
namespace {

using Pieces = std::vector<std::string>;

TEST_CASE("texts are cut at paragraphs and, where they are long, at sentences") {
  CHECK(pieces_of("") == Pieces{});
  CHECK(pieces_of(" \n\n ") == Pieces{});
  CHECK(pieces_of("một\n hai \n\nba") == Pieces{"một", "hai", "ba"});
  std::string sentence(398, 'a');
  sentence += ". ";
  const Pieces two = pieces_of(sentence + sentence + "b.");
  REQUIRE(two.size() == 2);
  CHECK(two[0] == sentence + std::string(398, 'a') + ".");
  CHECK(two[1] == "b.");
  CHECK(pieces_of(std::string(1400, 'a')).size() == 1);
  // No blank at all: inside no letter.
  std::string letters;
  for (int i = 0; i < 1000; ++i) letters += "ạ";
  std::string together;
  for (const std::string& piece : pieces_of(letters)) {
    CHECK(piece.size() <= 1400);
    CHECK(is_utf8(piece));
    together += piece;
  }
  CHECK(together == letters);
}

TEST_CASE("days and costs in words") {
  CHECK(day_words("2024-05-31") == "31/05/2024");
  CHECK(day_words("1/6/2024") == "01/06/2024");
  CHECK(day_words("học kỳ II") == "học kỳ II");
  CHECK(cost_words("1500000", Language::vi) == "1.500.000 đồng");
  CHECK(cost_words("0", Language::en) == "0 dong");
  CHECK(cost_words("1.500.000", Language::vi) == "1.500.000");
  CHECK(cost_words("12.000", Language::vi) == "12.000");
  CHECK(cost_words("12,5", Language::vi) == "12,5");
  CHECK(cost_words("xã hội hóa", Language::vi) == "xã hội hóa");
  CHECK(cost_words("", Language::vi).empty());
}

TEST_CASE("codes are set apart as the brackets ask") {
  CHECK(code_list({"[H1-1.1-01]", "[H1-1.1-02]"}) == "[H1-1.1-01]; [H1-1.1-02]");
  CHECK(code_list({"(MC.1.1.01)", "(MC.1.1.02)"}) == "(MC.1.1.01), (MC.1.1.02)");
  CHECK(code_list({}).empty());
}

}  // namespace
}  // namespace kdcl
