/** What is taken along from the page drawn once more: one chart as a file, one table as text. */
import { picture, pngOf, xmlOf } from '../charts/picture.js'
import { answer } from '../view/answer.js'
import type { View } from '../view/context.js'
import { good } from '../view/good.js'
import { money } from '../view/money.js'
import { type PictureForm, pictureForms, pictureWords, type TableForm } from '../view/take_away.js'
import { light } from '../view/tokens.js'
import { trend } from '../view/trend.js'
import { why } from '../view/why.js'
import { drawnAgain, forTaking } from './redraw.js'
import { cellsOf, markdown, type TableText, tabbed } from './table_text.js'

export interface Taken {
  blob: Blob
  name: string
}

const again = (view: View, more: Partial<View['state']> = {}): View => ({
  ...view,
  state: { ...forTaking(view.state), ...more },
})

/** All that holds charts and tables; one after the other, since drawing takes time. */
const sections = [answer, trend, why, money, good]

function found<T>(view: View, take: (root: ShadowRoot) => T | null): T | null {
  for (const section of sections) {
    const taken = drawnAgain(section(view), take)
    if (taken !== null) return taken
  }
  return null
}

/** What no system refuses in the name of a file. */
const fileName = (title: string, form: PictureForm): string =>
  `${title
    .replace(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ')
    .slice(0, 80)
    .trim()}.${form.toLowerCase()}`

export async function takenPicture(
  view: View,
  place: string,
  form: PictureForm,
): Promise<Taken | null> {
  const large = again(view, { asTable: false, ...(place === 'trend' ? { picked: null } : {}) })
  const made = found(large, (root) => {
    const drawing = root.querySelector<SVGSVGElement>(`[data-measure="${CSS.escape(place)}"] svg`)
    if (!drawing) return null
    const words = pictureWords(large, place, drawing)
    return { root: picture(drawing, words, light), title: words.title }
  })
  if (!made) return null
  const [vector] = pictureForms
  const blob =
    form === vector
      ? new Blob([xmlOf(made.root)], { type: 'image/svg+xml' })
      : await pngOf(made.root)
  return { blob, name: fileName(made.title, form) }
}

export const takenTable = (view: View, label: string, form: TableForm): TableText | null =>
  found(again(view), (root) => {
    const table = root.querySelector(`[role=region][aria-label="${CSS.escape(label)}"] table`)
    if (!table) return null
    const cells = cellsOf(table)
    return form === 'Markdown' ? markdown(cells) : tabbed(cells)
  })
