/** What the core's codes mean, in German, as far as they are notes: assumptions and warnings. */
import type { NoteTable } from './codes.js'
import { aggregateNotes } from './de_aggregates.js'
import { germanErrors } from './de_errors.js'
import { shareNotes } from './de_share.js'
import { tableNotes } from './de_tables.js'
import type { Format } from './format.js'

const text = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value ?? '?'))
const bases: { [key: string]: string } = {
  opening: '„Kunden am Anfang“',
  eligible: '„Kunden mit höherem Tarif über sich“',
  average: '„Mittel aus Anfang und Ende“',
  active: '„im Zeitraum aktive Kunden“',
  closing: '„Kunden am Ende“',
}
const counts: { [key: string]: string } = {
  kept: '„aufgestiegen und geblieben“',
  upsold: '„Kunden, die mehr kauften“',
  upgradedOrUpsold: '„aufgestiegen oder mehr gekauft“',
  upgradeEvents: '„jeder einzelne Aufstieg“',
}
const windows: { [key: string]: string } = {
  month: 'einen Monat',
  quarter: 'ein Quartal',
  year: 'ein Jahr',
  week: 'eine Woche',
}
const units: { [key: string]: string } = {
  week: 'Wochen',
  month: 'Monate',
  quarter: 'Quartale',
  year: 'Jahre',
}
const bands: { [key: string]: string } = {
  concerning: 'bedenklich',
  healthy: 'gesund',
  exceptional: 'herausragend',
}

const have = (has: unknown, f: Format) =>
  `${f.plural(Number(has), 'ist', 'sind')} ${f.count(Number(has))}`
const named = (names: unknown, f: Format) => (Array.isArray(names) ? f.list(names) : text(names))
const currencies = (names: unknown, f: Format) =>
  named(Array.isArray(names) ? names.map((name) => name || 'Werte ohne Währung') : names, f)

export const germanNotes = (f: Format): NoteTable => ({
  ...tableNotes(f),
  ...aggregateNotes(f),
  ...shareNotes(f),
  'tiers.guessed': (p) =>
    ({
      value: 'Die Tarife sind nach ihrem typischen Monatswert geordnet.',
      words: 'Die Tarife sind nach bekannten Wörtern in ihren Namen geordnet.',
      table: 'Die Tarife sind nach den Stufen der Tariftabelle geordnet.',
      appearance:
        'Die Reihenfolge der Tarife ist geraten: Sie stehen, wie sie zuerst vorkommen. Bitte prüfen.',
      partly:
        'Die Tarife sind nach bekannten Wörtern in ihren Namen geordnet; einige, die kein Wort unterscheidet, stehen, wie sie zuerst vorkommen. Bitte prüfen.',
    })[text(p.method)] ?? 'Die Reihenfolge der Tarife ist geraten. Bitte prüfen.',
  'status.unknown': (p) =>
    `Was ${named(p.statuses, f)} als Status bedeutet, ist nicht bekannt; solche Zeilen zählen als ihr Tarif.`,
  'tiers.unknown': () =>
    'Keine Spalte nennt Tarife, also ist kein Wechsel in einen höheren zu sehen: Es gibt hier keine Aufstiege, nur Mehrkäufe. Kunde ist, wer etwas zahlt.',
  'value.notPaying': (p) =>
    `${f.count(Number(p.rows))} ${f.plural(Number(p.rows), 'Zeile hat', 'Zeilen haben')} keinen Wert über 0, gelesen als „kein Kunde“.`,
  'plans.neverChange': () =>
    'Niemand in diesen Daten wechselt je den Tarif, also kann auch niemand aufgestiegen sein. Eine Liste der laufenden Verträge oder Kunden enthält keine Geschichte: Bringen Sie die Wechsel, oder dieselbe Liste von jedem Monat.',
  'rows.superseded': (p) =>
    `${f.count(Number(p.rows))} ${f.plural(Number(p.rows), 'Zeile weicht', 'Zeilen weichen')} einer späteren desselben Kunden und Zeitpunkts oder desselben Zeitraums, die etwas anderes sagt. Gilt beides, wie bei einer Zeile je Produkt oder Segment, stimmen die Zahlen erst, wenn die Zeilen getrennt kommen.`,
  'plans.merged': (p) =>
    `Diese Schreibweisen gelten als ein Tarif: ${Array.isArray(p.spellings) ? f.list(p.spellings) : text(p.spellings)}.`,
  'dataUntil.assumed': (p, zone) => {
    const day = Date.parse(text(p.dataUntil))
    const until = Number.isNaN(day)
      ? text(p.dataUntil)
      : f.day(new Date(day - 1).toISOString(), zone)
    return `Die Daten gelten als vollständig bis einschließlich ${until}.`
  },
  'dates.assumed': (p) =>
    `Die Daten passen mit dem Tag und mit dem Monat zuerst. Gelesen wird ${text(p.format)}${p.example ? `: ${text(p.example)}` : ''}.`,
  'number.assumed': () =>
    'Die Zahlen passen mit Dezimalpunkt und mit Dezimalkomma. Bitte einen Wert prüfen.',
  fileReversed: (p) =>
    `${text(p.file)} läuft von neu nach alt; Zeilen eines Zeitpunkts werden von unten nach oben gelesen.`,
  blankPlan: (p) =>
    `${f.count(Number(p.rows))} ${f.plural(Number(p.rows), 'Zeile hat', 'Zeilen haben')} keinen Tarif, gelesen als „kein Kunde“.`,
  'addOn.held': () =>
    'In einem Tarifverlauf gilt ein Zusatz, bis eine Zeile des Kunden alles beendet.',
  'coverage.low': () =>
    'Weniger als die Hälfte der aktiven Kunden war am Anfang schon da; die Quote spricht also für eine Minderheit.',
  'headline.longestRun': () =>
    'Zwölf volle Monate mit Kunden am Anfang gibt es noch nicht; dies ist die längste Reihe voller Monate.',
  'base.empty': () =>
    'Wo am Anfang niemand Kunde war, gibt es nichts zu teilen: keine Quote, nicht 0 %.',
  'base.incomplete': (p) =>
    p.deals === true
      ? `Das sind gewonnene Geschäfte von ${f.count(Number(p.customers))} Kunden. Upgrades werden gezählt; eine Quote braucht alle Kunden, auch die, die nichts weiter kauften: Bringen Sie die Verträge aus Ihrem Abrechnungssystem oder einen Tarifverlauf.`
      : `In dieser Datei kommt niemand hinzu; sie enthält also nur die ${f.count(Number(p.customers))} Kunden, bei denen sich etwas geändert hat. Upgrades werden gezählt; eine Quote braucht alle Kunden: Bringen Sie eine Liste aller Kunden, etwa einen Tarifverlauf, oder die Wechsel ab dem ersten Tag jedes Kunden.`,
  'base.heldBefore': (p) =>
    `${f.count(Number(p.customers))} ${f.plural(Number(p.customers), 'Kunde war', 'Kunden waren')} schon vor dieser Datei da. Andere, bei denen sich nie etwas änderte, fehlen darin; die Basis ist also vielleicht zu klein und die Quote zu hoch.`,
  'changes.noCancellations': () =>
    'In dieser Datei geht nie jemand. Stehen Kündigungen woanders, ist die Basis zu groß und die Quote zu niedrig.',
  'changes.contradict': (p) =>
    `In ${f.count(Number(p.rows))} ${f.plural(Number(p.rows), 'Zeile', 'Zeilen')} ist der Tarif vorher nicht der, den die Zeilen davor ergeben, zuerst in Zeile ${f.count(Number(p.line))} („${text(p.plan)}“). Es gilt, was die Zeilen davor ergeben.`,
  'movements.levels': () =>
    'Es gibt keine Spalte mit Tarifen; Upgrades und Downgrades sind daher die, die in der Datei so heißen, je eine Stufe über oder unter der, auf der ein Kunde anfing.',
  'movements.value': (p) =>
    ({
      level: 'Der Wert wird als das gelesen, was der Kunde nach der Bewegung zahlt.',
      delta: 'Der Wert wird als Unterschied gelesen, den die Bewegung macht, und summiert.',
      sizes: 'Der Wert wird als Größe des Unterschieds gelesen; die Richtung sagt die Art.',
    })[text(p.meaning)] ?? 'Der Wert wird verwendet.',
  'movements.valueUnclear': () =>
    'Ob der Wert das ist, was Kunden zahlen, oder um wie viel es sich ändert, ist nicht zu erkennen; er wird daher nicht verwendet. Sagen Sie unter „Wie gezählt wird“, was er ist.',
  'movements.kindUnsaid': (p) =>
    `${f.count(Number(p.rows))} gewonnene ${f.plural(Number(p.rows), 'Geschäft', 'Geschäfte')} mit Bestandskunden ${f.plural(Number(p.rows), 'sagt', 'sagen')} nicht, was gekauft wurde. Jedes zählt als Upsell, keines als Upgrade; Verlängerungen darunter sind nicht zu erkennen.`,
  'movements.startUnknown': (p) =>
    `Bei ${f.count(Number(p.customers))} Kunden sagt die erste Bewegung nicht, welcher Tarif davor galt; was sich dadurch änderte, ist nicht gezählt.`,
  'base.notShare': (p) =>
    `Mit ${bases[text(p.base)] ?? counts[text(p.numerator)] ?? counts[text(p.base)] ?? 'dieser Wahl'} ist die Quote kein Anteil: Sie kann über 100 % liegen und hat weder Intervall noch Wahrscheinlichkeiten, Veränderung oder Trend.`,
  'period.partial': () =>
    'Der letzte Zeitraum ist nicht zu Ende: Er bekommt kein Urteil und zählt nicht zur Hauptzahl.',
  'period.first': () =>
    'Der erste Zeitraum hat keine Quote: Vor Beginn der Daten ist niemand als Kunde bekannt.',
  'totals.assumesNoRepeat': () =>
    'Längere Zeiträume sind aus den Zeilen summiert; das setzt voraus, dass niemand zweimal aufstieg.',
  'totals.noCustomers': (p) =>
    `Diese Zeilen enthalten ${bases[text(p.base)] ?? counts[text(p.numerator)] ?? 'diese Zahl'} nicht; dafür braucht es einen Tarifverlauf.`,
  'period.coarser': (p) =>
    `Diese Zeilen passen nicht in ${units[text(p.unit)] ?? 'diesen Zeitraum'}; gezeigt werden ihre eigenen Zeiträume.`,
  'bandWindow.differs': (p) =>
    `Gilt die Skala für ${windows[text(p.window)] ?? text(p.window)}, lautet das Urteil: ${bands[text(p.band)] ?? text(p.band)}.`,
  'system.known': (p) => `${text(p.file)} wird als Export gelesen: ${text(p.system)}.`,
  'encoding.used': (p) => `Die Datei wird als ${text(p.encoding)} gelesen.`,
  'rows.setAside': () => 'Einige Zeilen waren nicht verwendbar; unten steht zu jeder der Grund.',
  'change.notEnough': () =>
    'Eine Veränderung braucht zwei abgeschlossene Zeiträume mit Kunden am Anfang.',
  'upsells.needValue': () =>
    'Was Kunden außer Aufstiegen dazukauften, zeigt erst eine Spalte mit Wert oder Menge.',
  'priceRises.unknown': () =>
    'Ohne Mengen lässt sich eine Preiserhöhung nicht von einem Mehrkauf unterscheiden.',
  'value.perInterval': (p) =>
    `Der Wert wird als Preis für den Zeitraum in „${text(p.column)}“ gelesen und auf den Monat umgerechnet.`,
  'currency.assumed': (p) =>
    `Bei manchen Werten in ${text(p.file)} steht keine Währung; sie gelten wie alle anderen als ${text(p.currency)}.`,
  'currency.noRate': (p) =>
    `Ein Kurs fehlt für ${currencies(p.currencies, f)}; diese Werte sind deshalb unbekannt.`,
  'money.severalCurrencies': (p) =>
    `Beträge stehen getrennt nach ${currencies(p.currencies, f)}: ohne Kurse lassen sie sich nicht zusammenzählen.`,
  'money.unknown': (p) =>
    `Bei ${f.count(Number(p.customers))} Kunden war der Wert zeitweise unbekannt; er zählt als 0 und bleibt bei der Bindung außen vor.`,
  'paths.severalCurrencies': () =>
    'Die Wechsel zwischen Tarifen stehen ohne Beträge da, weil es mehrere Währungen gibt.',
  'columns.guessed': () =>
    'Die Datei hat keine Kopfzeile; was jede Spalte bedeutet, ist aus ihren Werten erraten. Bitte prüfen.',
  'mapping.unclear': (p) =>
    `Auch eine andere Spalte käme infrage (${text(p.part)}): ${text(p.other)}. Bitte die Wahl prüfen.`,
  'headline.none': () =>
    'Es gibt noch keine abgeschlossene Reihe voller Monate: bitte Zeilen über eine längere Zeit bringen oder oben einen Zeitraum wählen.',
  'file.skipped': (p) =>
    `${text(p.file)} bleibt außen vor. ${germanErrors[text(p.code)]?.what ?? text(p.advice)}`,
  'totals.separateSamples': () =>
    'Summen sagen nicht, wer in beiden Zeiträumen Kunde ist; Veränderungen werden beurteilt, als wäre es niemand.',
  'trend.tooFew': (p) =>
    `Eine Richtung braucht ${f.count(Number(p.needs))} abgeschlossene Zeiträume mit Kunden in der Basis; es ${have(p.has, f)}.`,
  'trend.allAlike': () =>
    'In jedem Zeitraum zählten keine oder alle der Basis; da lässt sich keine Richtung prüfen.',
  'chart.tooFew': (p) =>
    `Auffällige Zeiträume werden ab ${f.count(Number(p.needs))} abgeschlossenen Zeiträumen mit Kunden in der Basis markiert; es ${have(p.has, f)}.`,
  'chart.allAlike': () =>
    'In jedem Zeitraum zählten keine oder alle der Basis; da kann keiner auffällig sein.',
  'forecast.tooFew': (p) =>
    `Eine Vorhersage braucht ${f.count(Number(p.needs))} abgeschlossene Zeiträume mit Kunden in der Basis; es ${have(p.has, f)}.`,
  'forecast.noLine': () =>
    'An diese Zeiträume lässt sich keine Linie anpassen; als Vorhersage steht deshalb die letzte Quote.',
  'forecast.notBetter': () =>
    'In diesen Zeiträumen traf der angepasste Trend den nächsten nicht besser als „wie zuletzt“; gezeigt wird deshalb dies.',
  'launch.tooShort': (p) =>
    `Kein Vorher und Nachher für ${named(p.launches, f)}: Es fehlt ein voller Tag mit Daten auf beiden Seiten.`,
  'launch.baseEmpty': (p) =>
    `Kein Vorher und Nachher für ${named(p.launches, f)}: In einem der beiden Fenster war niemand in der Basis.`,
  'launch.needsCustomers': (p) =>
    `Kein Vorher und Nachher für ${named(p.launches, f)}: Es wird nach Tagen aus den Tarifen der Kunden gezählt, und die stehen nicht in diesen Zeilen.`,
  'totals.gap': () =>
    'Zwischen den Zeilen fehlen Zeiträume; längere lassen sich deshalb nicht summieren.',
  'totals.sumOverBase': () =>
    'Über die Zeit summiert sind es mehr Aufstiege als Kunden am Anfang: kein Anteil mehr, also kein Intervall und keine Wahrscheinlichkeiten.',
  'segments.needHeadline': () =>
    'Segmente werden über den Zeitraum der Hauptzahl verglichen, und einen solchen gibt es nicht.',
  'segments.few': () =>
    'Ein Segment mit weniger als 30 Kunden in der Basis steht ohne Urteil da: Seine Quote ist vor allem Zufall.',
  'mix.needsBefore': () =>
    'Ob eine Änderung von den Quoten der Segmente kommt oder von ihrer Größe, zeigt erst ein beendeter, gleich langer Zeitraum davor mit Kunden.',
  'filters.inForce': (p) =>
    Number(p.count) === 1
      ? 'Ein Filter ist an: Alle Zahlen gelten für die Kunden, die er für jeden Zeitraum auswählt.'
      : `${f.count(Number(p.count))} Filter sind an: Alle Zahlen gelten für die Kunden, die sie für jeden Zeitraum auswählen.`,
  'journeys.needCustomers': () =>
    'Kohorten, Zeit bis zum Aufstieg, Wege und Bestand der Aufstiege brauchen einen Tarifverlauf: Diese Zeilen sagen nicht, wer welchen Tarif hatte.',
  'cohorts.nobody': () =>
    'Von niemandem ist bekannt, dass er innerhalb der Daten Kunde wurde; deshalb gibt es keine Kohorten.',
  'timeToUpgrade.nobody': () =>
    'Niemand wurde innerhalb der Daten unterhalb des höchsten Tarifs Kunde; eine Zeit bis zum ersten Aufstieg gibt es nicht.',
  'timeToUpgrade.tooShort': () =>
    'Niemand wurde lange genug beobachtet, um für die längsten Zeiten zu sagen, wie viele aufsteigen.',
  'timeToUpgrade.noInterval': () =>
    'Wo noch niemand oder schon jeder aufgestiegen ist, hat der Anteil kein Intervall.',
  'timeToUpgrade.medianNotReached': () =>
    'Soweit die Daten reichen, stieg weniger als die Hälfte der neuen Kunden auf; einen Median gibt es deshalb nicht.',
  'timeToUpgrade.medianOpen': () =>
    'Der Median der Zeit bis zum Aufstieg hat noch keine obere Grenze: Es braucht mehr Kunden oder mehr Zeit.',
  'stickiness.nobodyUpgraded': () => 'Wo niemand aufstieg, ist danach auch niemand zu verfolgen.',
  'stickiness.notYet': () =>
    'Ob Aufstiege halten, steht erst da, wenn 30, 90 oder 180 Tage für alle vorbei sind.',
  'stickiness.noTime': () =>
    'Wo niemand eine Zeit lang Kunde war, konnte auch niemand gehen: keine Abwanderungsrate.',
})
