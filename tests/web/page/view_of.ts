/** What views are given: a report shown in a language; nothing that is done has an effect. */
import type { Report } from '../../../web/src/engine/documents.js'
import { initial, type State } from '../../../web/src/page/state.js'
import { type Language, textFor } from '../../../web/src/text/language.js'
import type { View } from '../../../web/src/view/context.js'

export function viewOf(shown: Report, language: Language = 'en', state: Partial<State> = {}): View {
  const nothing = () => {}
  const acts = {
    files: nothing,
    typed: nothing,
    sample: nothing,
    settingsFile: nothing,
    saveSettings: nothing,
    cancel: nothing,
    goBack: nothing,
    copy: nothing,
    picture: nothing,
    copyTable: nothing,
    share: nothing,
    savePage: nothing,
    warehouse: nothing,
    save: nothing,
    savePng: nothing,
    print: nothing,
    download: nothing,
  }
  const own = { ...initial(language, language), report: shown, ...state }
  return {
    state: own,
    now: () => own,
    text: textFor(language, language),
    send: nothing,
    acts,
  }
}
