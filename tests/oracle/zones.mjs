/**
 * The offsets of a time zone as a table, found by asking Intl and halving: the SQL needs them, and
 * it shall not share the product's way of finding them.
 */
const DAY = 86_400

function reader(zone) {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  return (seconds) => {
    const part = {}
    for (const { type, value } of format.formatToParts(seconds * 1000)) part[type] = Number(value)
    return (
      Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) / 1000 -
      seconds
    )
  }
}

/** Rows {from, until, offset, previous} in Unix seconds, from the start of one year to that of another. */
export function offsets(zone, fromYear = 2022, untilYear = 2030) {
  const at = reader(zone)
  const end = Date.UTC(untilYear, 0, 1) / 1000
  const rows = []
  let from = Date.UTC(fromYear, 0, 1) / 1000
  let offset = at(from)
  let previous = offset
  for (let day = from; day < end; day += DAY) {
    if (at(day + DAY) === offset) continue
    let low = day
    let high = day + DAY
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (at(middle) === offset) low = middle
      else high = middle
    }
    rows.push({ from, until: high, offset, previous })
    previous = offset
    offset = at(high)
    from = high
  }
  rows.push({ from, until: end, offset, previous })
  return rows
}
