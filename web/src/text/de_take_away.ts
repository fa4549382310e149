/** Was mitgenommen wird, auf Deutsch; gleiche Typen wie die englischen Texte. */
import type { Messages } from './language.js'

export const take: Messages['take'] = {
  picture: 'Bild speichern:',
  pictureOf: (what) => `${what} als Bild speichern`,
  saveAs: (what, form) => `Als ${form} speichern: ${what}`,
  table: 'Tabelle kopieren:',
  tableOf: (what) => `${what} kopieren`,
  copyAs: (what, form) => `Als ${form} kopieren: ${what}`,
  guarded: (n, f) =>
    `Kopiert. ${f.count(n)} ${f.plural(n, 'Zelle beginnt', 'Zellen beginnen')} mit einem Apostroph, damit eine Tabellenkalkulation sie nicht als Formel ausführt.`,
  source: (facts) => `Quelle: ${facts}`,
  fromLink: 'Zahlen, die mit einem Link kamen',
  made: (day) => `erstellt am ${day}`,
  rate: (numerator, base) => `Quote = ${numerator} ÷ ${base}.`,
  definitions: {
    'time-to-upgrade':
      'Anteil = Kunden, deren erster Aufstieg bis zu diesem Tag kam, von allen, die begannen; wer vorher ging, kann nicht mehr aufsteigen.',
    cohorts:
      'Anteil = Kunden einer Kohorte, die bis zu diesem Alter aufgestiegen waren ÷ alle ihre Kunden.',
    stays:
      'Anteil = Kunden, die nach so vielen Tagen noch im höheren Tarif sind ÷ aufgestiegene Kunden.',
    leaving: 'Je 30 Tage = Kunden, die gingen ÷ beobachtete Tage × 30.',
  },
  lines: {
    pooled3: 'Mittel über 3 (graue Linie)',
    pooled12: 'Mittel über 12 (graue Linie)',
    limits: 'Kontrollgrenzen (gestrichelte Stufen)',
  },
  shaded: (name) => `Getönt: ${name}, als Zeitraum der Antwort gewählt.`,
  drawn: (list) => `Auch gezeichnet: ${list}.`,
}

export const handed: Messages['handed'] = {
  title: 'Von Hand zu kopieren',
  text: 'Vielleicht wurde nichts gespeichert oder kopiert, weil der Rahmen um diese Seite es verbietet. Hier ist der Text zum Auswählen und Kopieren.',
  image:
    'Vielleicht wurde nichts gespeichert, weil der Rahmen um diese Seite es verbietet. Hier ist das Bild; sein Menü speichert oder kopiert es.',
}
