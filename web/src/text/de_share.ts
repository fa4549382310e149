/** Teilen, auf Deutsch; dieselben Wörter wie im Englischen. */
import type { NoteTable } from './codes.js'
import type { ExplainedTable } from './en_problems.js'
import type { Format } from './format.js'
import type { Messages } from './language.js'

export const share: Messages['share'] = {
  title: 'Teilen',
  subtitle: 'nur Anzahlen: keine Kunden, keine Zeilen, keine Dateinamen',
  make: 'Erstellen, was geteilt werden kann',
  making: 'Wird erstellt …',
  viewLabel: 'Was Link und Rahmen zeigen',
  views: {
    page: 'die ganze Seite',
    kpi: 'die Rate',
    trend: 'den Verlauf',
    segments: 'Segmente',
    cohorts: 'Kohorten',
    full: 'alles, ohne den Rahmen der Seite',
  },
  heldBack:
    'Segmente, Kohorten, Wege und Tarife mit weniger als 5 Kunden fehlen; ist es nur einer, fehlt auch der nächstkleinere, damit sich nichts durch Abziehen ergibt.',
  formats: {
    link: 'Link als Text',
    wholeLink: 'Link mit allem',
    iframe: 'Rahmen für eine Seite (iframe)',
    element: 'Element für eine Seite (Skript)',
    markdown: 'Markdown-Tabelle',
    mediawiki: 'MediaWiki-Tabelle',
    html: 'HTML-Tabelle',
    confluence: 'Confluence (Speicherformat)',
    svg: 'Bild (SVG)',
    csv: 'CSV der Zeiträume',
    json: 'Bericht (JSON)',
    settings: 'Einstellungen (JSON)',
  },
  parts: {
    periods: 'Zeiträume',
    segments: 'Segmente',
    cohorts: 'Kohorten',
    paths: 'Wege',
    money: 'Geld',
  },
  leftOut: (parts, most, f) =>
    `Ohne ${f.list(parts)}, damit er in ${most} Zeichen passt: längere schneiden manche Mailprogramme und Wikis ab. Der nächste Link enthält alles.`,
  letters: (n, f) => `${f.count(n)} Zeichen`,
  fromDisk:
    'Diese Seite wurde von einem Datenträger geöffnet, dem Link fehlt also die Adresse: die davor setzen, unter der die Seite liegt. Oder diese Datei senden.',
  wholeFile: 'Die Seite mit diesen Zahlen herunterladen, als eine Datei zum Senden',
  pageFile: 'upgrade-rate.html',
  download: 'Herunterladen',
  asPng: 'Als PNG herunterladen',
  print: 'Diese Seite drucken oder als PDF sichern',
  fromLink: 'Diese Zahlen kamen mit dem Link.',
  fromLinkHow:
    'Sie gingen nie an einen Server: Was in einem Link hinter # steht, bleibt im Browser. Zeilen und Kunden sind nicht darin.',
  opening: 'Die geteilten Zahlen werden geöffnet …',
  open: 'Die ganze Seite öffnen',
}

export const shareErrors: ExplainedTable = {
  'share.damaged': {
    what: 'Diese geteilten Zahlen sind beschädigt.',
    advice: 'Ein Teil des Links fehlt oder ist verändert: Bitte als Ganzes neu kopieren.',
  },
  'share.newer': {
    what: 'Diese Zahlen hat eine neuere Fassung dieser Seite geteilt.',
    advice: 'Bitte den Link mit jener Fassung öffnen.',
  },
  'share.tooLarge': {
    what: 'Diese geteilten Zahlen sind größer als jeder Bericht.',
    advice: 'Bitte um einen neuen Link.',
  },
  'element.blocked': {
    what: 'Die Sicherheitsregeln dieser Seite verbieten es.',
    advice:
      'Wer die Seite pflegt, muss in ihrer Content-Security-Policy erlauben, was unten genannt ist.',
  },
  'element.unreadable': {
    what: 'Die Adresse der Daten ließ sich nicht lesen.',
    advice:
      'Prüfen, ob die Datei dort liegt und ob ihr Server dieser Seite das Lesen erlaubt (CORS).',
  },
}

export const shareNotes = (f: Format): NoteTable => ({
  'share.opened': () =>
    'Diese Zahlen kamen mit einem Link: Es sind Anzahlen, also fehlen Zeilen, Kunden und die Stufen innerhalb eines Zeitraums, und Einstellungen lassen sich nicht ändern.',
  'share.heldBack': (p) => {
    const kinds: [unknown, string, string][] = [
      [p.segments, 'Segment', 'Segmente'],
      [p.cohorts, 'Kohorte', 'Kohorten'],
      [p.paths, 'Weg', 'Wege'],
      [p.plans, 'Tarif', 'Tarife'],
    ]
    const held = kinds
      .filter(([count]) => Number(count) > 0)
      .map(
        ([count, one, many]) => `${f.count(Number(count))} ${f.plural(Number(count), one, many)}`,
      )
    return `Zurückgehalten, weil weniger als ${f.count(Number(p.fewest))} Kunden dahinterstehen oder hinter dem Nachbarn: ${f.list(held)}.`
  },
})
