/** The command line of tests/bench/run. */
import { parseArgs } from 'node:util'
import { CONTENDERS } from './roster.mjs'

/** These take long, or much room on the disk. */
const ONLY_WHEN_NAMED = ['big', 'warehouse']
const OFTEN = ['peers', 'quoted', 'growth', 'page', 'start', 'sizes', 'forms']
export const PARTS = [...OFTEN, ...ONLY_WHEN_NAMED]

export const HELP = `Usage: tests/bench/run [--quick] [--repeat N] [--rows N] [--only NAME]...

  --quick       100,000 rows, each contender once, and few sizes of growth
  --repeat N    how often each contender answers (default 5; medians are printed)
  --rows N      rows of the reference file (default 1,860,000; with half a million customers);
                in the part warehouse the most rows (default 100 million)
  --only NAME   only this part or this contender; may be repeated
                parts: ${PARTS.join(', ')} 
                big (2 GB, 10 minutes) and warehouse (100 million rows in ClickHouse, 8 GB on the disk)
                run only when named
                contenders: ${CONTENDERS.map(({ name }) => name).join(', ')}
`

export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean' },
      help: { type: 'boolean' },
      repeat: { type: 'string' },
      rows: { type: 'string' },
      only: { type: 'string', multiple: true },
    },
  })
  const only = values.only ?? []
  const names = CONTENDERS.map(({ name }) => name)
  const unknown = only.filter((name) => !PARTS.includes(name) && !names.includes(name))
  if (unknown.length > 0) throw new Error(`There is nothing called ${unknown.join(', ')}.\n${HELP}`)
  const parts = PARTS.filter((part) => only.includes(part))
  const contenders = names.filter((name) => only.includes(name))
  const rows = Number(values.rows ?? (values.quick ? 100_000 : 1_860_000))
  const repeat = Number(values.repeat ?? (values.quick ? 1 : 5))
  if (!(Number.isInteger(rows) && rows >= 1000 && Number.isInteger(repeat) && repeat > 0))
    throw new Error(`--rows is at least 1000, --repeat at least 1.\n${HELP}`)
  return {
    help: values.help === true,
    quick: values.quick === true,
    rows,
    mostRows: Number(values.rows ?? (values.quick ? 1_000_000 : 100_000_000)),
    repeat,
    contenders: contenders.length > 0 ? contenders : names,
    parts: parts.length > 0 ? parts : contenders.length > 0 ? ['peers'] : OFTEN,
  }
}
