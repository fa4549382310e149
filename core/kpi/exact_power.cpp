#include "core/kpi/exact_power.h"

#include <cstddef>
#include <vector>

namespace upgrade_rate {

namespace {

// A natural number in 32-bit digits, lowest first, no leading zeros.
using Natural = std::vector<uint32_t>;

void multiplyDigit(Natural& number, uint32_t factor) {
  uint64_t carry = 0;
  for (uint32_t& digit : number) {
    carry += uint64_t{digit} * factor;
    digit = static_cast<uint32_t>(carry);
    carry >>= 32;
  }
  if (carry != 0) number.push_back(static_cast<uint32_t>(carry));
}

void multiply(Natural& number, uint64_t factor) {
  const uint32_t high = static_cast<uint32_t>(factor >> 32);
  Natural shifted = number;
  multiplyDigit(number, static_cast<uint32_t>(factor));
  if (high == 0) return;
  multiplyDigit(shifted, high);
  shifted.insert(shifted.begin(), 0);
  number.resize(shifted.size() + 1, 0);
  uint64_t carry = 0;
  for (std::size_t i = 0; i < number.size(); ++i) {
    carry += uint64_t{number[i]} + (i < shifted.size() ? shifted[i] : 0);
    number[i] = static_cast<uint32_t>(carry);
    carry >>= 32;
  }
}

Natural product(Power a, Power b) {
  Natural number = {1};
  for (uint32_t i = 0; i < a.exponent; ++i) multiply(number, a.base);
  for (uint32_t i = 0; i < b.exponent; ++i) multiply(number, b.base);
  while (!number.empty() && number.back() == 0) number.pop_back();
  return number;
}

}  // namespace

int comparePowerProducts(Power a, Power b, Power c, Power d) {
  const Natural left = product(a, b);
  const Natural right = product(c, d);
  if (left.size() != right.size()) return left.size() < right.size() ? -1 : 1;
  for (std::size_t i = left.size(); i-- > 0;) {
    if (left[i] != right[i]) return left[i] < right[i] ? -1 : 1;
  }
  return 0;
}

}  // namespace upgrade_rate
