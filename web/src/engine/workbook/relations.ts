/** Which part refers to which: the relationships of ECMA-376 part 2, chapter 9. */
import { readWhole, type Workbook } from './part_xml.js'
import { attribute } from './xml.js'

export interface Relation {
  id: string
  /** The last word of its type, which the strict and the transitional form share. */
  type: string
  /** In the archive. */
  path: string
}

/** More than any workbook has. */
const MOST_RELATIONS = 1 << 16

/** Those of the part at `path`; of the archive itself for "". */
export async function relations(
  workbook: Workbook,
  path: string,
  signal?: AbortSignal,
): Promise<Relation[]> {
  const cut = path.lastIndexOf('/') + 1
  const part = workbook.zip.find(`${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`)
  const found: Relation[] = []
  await readWhole(
    workbook,
    part,
    {
      open(name, attributes) {
        if (name !== 'Relationship' || found.length >= MOST_RELATIONS) return
        const type = attribute(attributes, 'Type') ?? ''
        found.push({
          id: attribute(attributes, 'Id') ?? '',
          type: type.slice(type.lastIndexOf('/') + 1),
          path: resolved(path, attribute(attributes, 'Target') ?? ''),
        })
      },
      close() {},
      text() {},
    },
    signal,
  )
  return found
}

/** A target seen from the folder of the part that names it. */
export function resolved(from: string, target: string): string {
  const whole = target.startsWith('/')
    ? target.slice(1)
    : from.slice(0, from.lastIndexOf('/') + 1) + target
  const steps: string[] = []
  for (const step of whole.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}
