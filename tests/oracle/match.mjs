/**
 * Whether a report holds what was expected: every expected key with that value, arrays of the same
 * length, numbers to 1e-12 of the larger one or of `floor`. Gives the differences as lines, none when it does.
 */
export function differences(expected, actual, path = 'report', floor = 0) {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${path}: expected a list, got ${JSON.stringify(actual)}`]
    if (expected.length !== actual.length)
      return [`${path}: expected ${expected.length} entries, got ${actual.length}`]
    return expected.flatMap((each, i) => differences(each, actual[i], `${path}[${i}]`, floor))
  }
  if (expected !== null && typeof expected === 'object') {
    if (actual === null || typeof actual !== 'object')
      return [`${path}: expected an object, got ${JSON.stringify(actual)}`]
    return Object.keys(expected).flatMap((key) =>
      differences(expected[key], actual[key], `${path}.${key}`, floor),
    )
  }
  const same =
    typeof expected === 'number' && typeof actual === 'number'
      ? Math.abs(expected - actual) <= 1e-12 * Math.max(floor, Math.abs(expected), Math.abs(actual))
      : expected === actual
  return same
    ? []
    : [`${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`]
}
