// Made-up series that several tests share; README.md here has them as R vectors.
#pragma once

#include <vector>

#include "core/stats/share.h"

namespace upgrade_rate {

/// 24 periods with a falling share, one high period (the 13th) and no period number 13.
inline std::vector<PeriodShare> fallingSeries() {
  return {{1, {52, 400}},  {2, {49, 404}},  {3, {55, 409}},  {4, {47, 411}},  {5, {44, 415}},
          {6, {50, 420}},  {7, {41, 418}},  {8, {45, 421}},  {9, {38, 425}},  {10, {43, 430}},
          {11, {36, 428}}, {12, {40, 431}}, {14, {61, 436}}, {15, {30, 440}}, {16, {35, 441}},
          {17, {37, 445}}, {18, {28, 443}}, {19, {33, 447}}, {20, {29, 450}}, {21, {31, 452}},
          {22, {22, 455}}, {23, {27, 453}}, {24, {25, 458}}, {25, {20, 460}}};
}

/// Twelve periods with few successes.
inline std::vector<PeriodShare> sparseSeries() {
  return {{1, {0, 50}}, {2, {1, 50}}, {3, {0, 50}}, {4, {2, 50}},  {5, {1, 50}},  {6, {1, 50}},
          {7, {0, 50}}, {8, {3, 50}}, {9, {2, 50}}, {10, {1, 50}}, {11, {2, 50}}, {12, {3, 50}}};
}

/// Thirteen periods that wander: up, then down again.
inline std::vector<PeriodShare> wanderingSeries() {
  return {{1, {100, 1000}}, {2, {110, 1000}},  {3, {125, 1000}},  {4, {140, 1000}},
          {5, {150, 1000}}, {6, {158, 1000}},  {7, {165, 1000}},  {8, {160, 1000}},
          {9, {150, 1000}}, {10, {140, 1000}}, {11, {128, 1000}}, {12, {118, 1000}},
          {13, {104, 1000}}};
}

/// `count` periods of k out of n, numbered from 1.
inline std::vector<PeriodShare> constantSeries(int count, uint64_t k, uint64_t n) {
  std::vector<PeriodShare> series;
  for (int i = 1; i <= count; ++i) series.push_back({i, {k, n}});
  return series;
}

}  // namespace upgrade_rate
