#include <doctest/doctest.h>

#include "read/schools/same_schools.h"

namespace kdcl {
namespace {

TEST_CASE("codes that became numbers with an exponent") {
  for (const char* code : {"1.0017E+07", "1,0017E+07", "1.2e-05", "1E+07", "14.5E+100"})
    CHECK_MESSAGE(has_exponent(code), code);
  for (const char* code : {"1001701", "01E-02", "E+07", "1.0017E07", "TH1.5E+07", "1.0017E+",
                           "1.E+07", "12/QĐ-UBND", "1.5.2E+07", "", "1+2", "1.5E+0a"})
    CHECK_MESSAGE(!has_exponent(code), code);
}

TEST_CASE("codes that became numbers with decimals") {
  for (const char* code : {"1001701.0", "1,000", "0.00", "1.0017E+07"})
    CHECK_MESSAGE(is_number_of_code(code), code);
  for (const char* code : {"1001701", "1.01", "1.10", ".0", "1.", "A1.0", "1.0a", "1.0.0", ""})
    CHECK_MESSAGE(!is_number_of_code(code), code);
}

}  // namespace
}  // namespace kdcl
