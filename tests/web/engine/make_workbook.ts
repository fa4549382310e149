/**
 * Workbooks for tests, put together from XML as written in the tests, zipped by fflate (which shares
 * no code with the reader). And the reader's answer as text.
 */
import { strToU8, zipSync } from 'fflate'
import { openContent } from '../../../web/src/engine/content.js'
import { blobByteSource } from '../../../web/src/engine/sources.js'

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

export interface SheetParts {
  name?: string
  state?: string
  /** What stands in `<sheetData>`. */
  rows: string
}

export interface WorkbookParts {
  sheets: SheetParts[]
  /** `<si>` elements. */
  strings?: string
  /** What stands in `<styleSheet>`. */
  styles?: string
  /** Attributes of `<workbookPr>`. */
  properties?: string
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`
const relationships = (...all: string[]) =>
  `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`

/** The parts by name, to be changed before they are packed. */
export function workbookParts({ sheets, strings, styles, properties = '' }: WorkbookParts) {
  const listed = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name ?? `Sheet${i + 1}`}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
  )
  const parts: { [name: string]: string } = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"/>`,
    '_rels/.rels': relationships(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr ${properties}/><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      ...sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
      relation('rIdS', 'styles', 'styles.xml'),
      relation('rIdT', 'sharedStrings', 'sharedStrings.xml'),
    ),
  }
  for (const [i, { rows }] of sheets.entries())
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`
  if (strings !== undefined) parts['xl/sharedStrings.xml'] = `<sst xmlns="${MAIN}">${strings}</sst>`
  if (styles !== undefined)
    parts['xl/styles.xml'] = `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`
  return parts
}

/** `level` 1 is quick for large parts. */
export const packed = (
  parts: { [name: string]: string | Uint8Array },
  level: 0 | 1 | 6 = 6,
): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        typeof part === 'string' ? strToU8(part) : part,
      ]),
    ),
    { level },
  )

export const workbook = (parts: WorkbookParts, level?: 0 | 1): Uint8Array =>
  packed(workbookParts(parts), level)

/** One sheet with these rows. */
export const oneSheet = (
  rows: string,
  others: Omit<WorkbookParts, 'sheets'> = {},
  level?: 0 | 1,
): Uint8Array => workbook({ sheets: [{ rows }], ...others }, level)

export const sourceOf = (bytes: Uint8Array, name = 'book.xlsx') =>
  blobByteSource({ name, blob: new Blob([bytes as BlobPart]) })

export async function contentText(bytes: Uint8Array, sheet: string | null = null): Promise<string> {
  const content = await openContent(sourceOf(bytes), sheet)
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of content.pieces()) text += decoder.decode(piece.bytes, { stream: true })
  return text
}

/** The lines of the sheet without their ends. */
export const lines = async (bytes: Uint8Array, sheet: string | null = null): Promise<string[]> =>
  (await contentText(bytes, sheet)).split('\r\n').slice(0, -1)
