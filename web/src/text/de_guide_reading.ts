/** The guide in German: reading the trend, and which picture answers which question. */
import type { reading as english } from './en_guide_reading.js'

export const reading: typeof english = {
  trend: {
    title: 'Den Verlauf lesen',
    lead: 'Die Quote erst mit ihrer eigenen Vergangenheit vergleichen, dann mit anderen.',
    points: {
      clear: [
        'Klar oder im Rauschen',
        'Eine Veränderung zählt, wenn ihr Intervall die Null auslässt. Sonst hätten dieselben Kunden beide Zahlen ergeben können, und es gibt nichts zu erklären.',
      ],
      season: [
        'Jahreszeit',
        'Mit demselben Zeitraum des Vorjahres vergleichen. Budgets und Verlängerungen machen manche Monate jedes Jahr hoch.',
      ],
      direction: [
        'Richtung',
        'Mindestens ein Jahr an Monaten nehmen. Zwei Punkte sind ein Unterschied, keine Richtung.',
      ],
      launches: [
        'Neuerungen und Kampagnen',
        'Ihre Tage festhalten und gleich lange Strecken davor und danach vergleichen. Ein Unterschied nach einer Neuerung ist ein Hinweis auf ihre Wirkung, kein Beweis: Anderes hat sich auch geändert.',
      ],
      mix: [
        'Wer zur Basis gehört',
        'Die Quote bewegt sich auch, wenn sich die Kunden ändern. Gehen viele kleine Konten, steigt sie, obwohl niemand anders handelt.',
      ],
      unusual: [
        'Ungewöhnliche Zeiträume',
        'Nach einem Grund in diesem Zeitraum suchen (Preisänderung, Umzug von Daten, Fehler im Export), bevor er als Erfolg oder Misserfolg gilt.',
      ],
      lengths: [
        'Monat, Quartal, Jahr',
        'Monate zeigen, wann etwas begann, Quartale sind ruhiger, das Jahr beantwortet „wie hoch ist unsere Quote“. Einen Monat nicht an einer Skala messen, die für ein Jahr gemeint ist.',
      ],
    },
  },
  visuals: {
    title: 'Welches Bild wofür',
    lead: 'Welches Bild welche Frage beantwortet.',
    points: {
      line: [
        'Hat sie sich verändert?',
        'Eine Linie der Quote je Zeitraum mit ihrem Intervall als Band, dahinter die Grenzen der Skala, Neuerungen markiert, der laufende Zeitraum gestrichelt.',
      ],
      scale: [
        'Ist sie gut?',
        'Ein Zeiger auf einer Skala mit benannten Bändern und dem Intervall, daneben die Anzahlen. Kein Tachometer: Auf ihm ist kein Platz dafür, wie sicher die Zahl ist.',
      ],
      funnel: [
        'Welche Segmente weichen ab?',
        'Ein Trichterbild, Quote gegen Größe mit Grenzen, damit ein kleines Segment am Rand nicht als Entdeckung gilt.',
      ],
      matrix: [
        'Wer ist wohin gewechselt?',
        'Eine Tabelle von Tarif zu Tarif, mit Anzahlen. Kein Kreisdiagramm: Es kann Woher und Wohin nicht zeigen.',
      ],
      heat: [
        'Steigen neuere Kunden früher auf?',
        'Eine Wärmekarte der Jahrgänge: untereinander die Monate des Beitritts, nebeneinander die Monate seither.',
      ],
      curve: [
        'Wie lange dauert es?',
        'Eine steigende Kurve des Anteils, der bis zu jedem Tag nach dem Beitritt aufgestiegen ist; wer ging, zählt als gegangen.',
      ],
      bridge: [
        'Was war es wert?',
        'Eine Brücke vom Umsatz am Anfang zu dem am Ende: Neue, Aufstiege, Abstiege, mehr Plätze, Preisänderungen, Kündigungen.',
      ],
      table: [
        'Zum Nachlesen',
        'Neben jedem Bild eine Tabelle derselben Zahlen. Achsen bei null beginnen lassen und neben Farben Wörter setzen.',
      ],
    },
  },
}
