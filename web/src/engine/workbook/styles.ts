/** Which cell styles show a number as a date. Source: ECMA-376 part 1, 18.8. */
import { readWhole, type Workbook } from './part_xml.js'
import { type Shows, shownByCode, shownByNumber } from './serial.js'
import { attribute } from './xml.js'
import type { Part } from './zip.js'

/** More cell formats than programs write by far. */
const MOST_STYLES = 1 << 20

/** By the cells' style number. */
export async function readStyles(
  workbook: Workbook,
  part: Part | undefined,
  signal?: AbortSignal,
): Promise<Shows[]> {
  const codes = new Map<number, Shows>()
  const styles: Shows[] = []
  let within = ''
  await readWhole(
    workbook,
    part,
    {
      open(name, attributes) {
        if (name === 'numFmts' || name === 'cellXfs') within = name
        if (styles.length > MOST_STYLES || codes.size > MOST_STYLES) return
        const id = Number(attribute(attributes, 'numFmtId') ?? 0)
        if (within === 'numFmts' && name === 'numFmt')
          codes.set(id, shownByCode((attribute(attributes, 'formatCode') ?? '').slice(0, 1000)))
        if (within === 'cellXfs' && name === 'xf') styles.push(codes.get(id) ?? shownByNumber(id))
      },
      close(name) {
        if (name === within) within = ''
      },
      text() {},
    },
    signal,
  )
  return styles
}
