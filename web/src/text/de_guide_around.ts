/** The guide in German: what goes wrong, tools, where the figure is used, what else moves. */
import type { around as english } from './en_guide_around.js'

export const around: typeof english = {
  risks: {
    title: 'Wovor man sich hütet',
    lead: 'Erst Fehler im Handeln, dann Fehler im Zählen. Beide machen eine schöne Zahl wertlos.',
    points: {
      noReason: [
        'Nicht nach den Gründen sehen',
        'Ohne zu wissen, warum Kunden aufsteigen oder nicht, lässt sich die Quote nicht mit Absicht verbessern.',
      ],
      noFeedback: [
        'Bauen, ohne zu fragen',
        'Funktionen für den höheren Tarif, die niemand wollte, kosten Zeit und bewegen niemanden.',
      ],
      silent: [
        'Nutzen, von dem keiner hört',
        'Ein besserer Tarif, von dem Kunden nichts wissen, ist keiner.',
      ],
      longPath: [
        'Ein langer oder unklarer Weg nach oben',
        'Jedes weitere Formular, jeder Anruf, jede Freigabe verliert einige, die sich schon entschieden hatten.',
      ],
      rivals: [
        'Wettbewerber übersehen',
        'Die eigene Stufe nach oben wird mit deren Angebot verglichen, nicht mit dem eigenen niedrigeren Tarif.',
      ],
      pushed: [
        'Für die Zahl drängen',
        'Ein Ziel allein auf die Quote belohnt Aufstiege, die nicht passen. Es an das binden, was nach neunzig Tagen geblieben ist.',
      ],
      trials: [
        'Eine Basis mit Testkunden',
        'Testkunden in der Basis machen die Quote zu niedrig. Testkunden, die Kunden werden, im Zähler machen sie zu hoch.',
      ],
      doubled: [
        'Doppelt zählen',
        'Monatsquoten, zu einem Jahr addiert, zählen manche Kunden mehrmals. Das Jahr aus den Zeilen zählen.',
      ],
      unfinished: [
        'Der laufende Monat',
        'Er sieht jedes Mal wie ein Rückgang aus. Bis zu seinem Ende weglassen.',
      ],
      price: [
        'Preiserhöhungen für Aufstiege halten',
        'Wer für dasselbe mehr zahlt, hat nichts gewählt. Ohne Mengenspalte ist er von einem, der mehr kauft, nicht zu unterscheiden.',
      ],
      small: [
        'Kleine Segmente überdeuten',
        'Die beste und die schlechteste Quote gehören fast immer kleinen Gruppen. Das macht der Zufall.',
      ],
      leavers: [
        'Eine Quote, die steigt, weil kleine Konten gingen',
        'Die Basis schrumpft und der Anteil wächst, ohne einen Aufstieg mehr. Auf die Anzahlen und die Zusammensetzung sehen.',
      ],
      renamed: [
        'Umbenannte Tarife',
        'Ein neuer Name oder ein Umzug der Daten sieht aus wie eine Welle von Aufstiegen. Beide Namen auf eine Stufe setzen.',
      ],
    },
  },
  tools: {
    title: 'Werkzeuge und Technik',
    lead: 'Wo die Zeilen liegen, und womit sich der Rest erledigen lässt.',
    points: {
      billing: [
        'Abrechnung und Abos',
        'Stripe, Chargebee, Recurly, Zuora, Paddle oder die eigene Datenbank: wer ab wann welchen Tarif hatte. Die beste Quelle.',
      ],
      crm: [
        'CRM und Kundenbetreuung',
        'Salesforce, HubSpot, Gainsight, Totango: Aufstiege je Konto, dazu Region, Größe und Betreuer für Segmente.',
      ],
      analytics: [
        'Produktanalyse',
        'Amplitude, Mixpanel, PostHog, Google Analytics: Nutzung vor dem Aufstieg und Aufstiegsereignisse.',
      ],
      ask: [
        'Umfragen und Tickets',
        'Ein beliebiges Umfragewerkzeug und die Notizen des Supports: die Gründe, die in keinem Ereignis stehen.',
      ],
      store: [
        'Data Warehouse oder Tabelle',
        'Eine Zeile je Tarifwechsel als CSV ausgeben: Kunde, Datum, Tarif, dazu der Wert, falls es einen gibt.',
      ],
      here: [
        'Diese Seite',
        'liest den Export auf dem eigenen Rechner und berechnet Quote, Intervall, Band und Verlauf. Nichts wird hochgeladen.',
      ],
      command: [
        'Der Befehl „upgrade-rate“',
        'gibt denselben Bericht ohne Browser aus, als JSON, Markdown, CSV oder Text, für Läufe in der Nacht.',
      ],
    },
  },
  integration: {
    title: 'Wo die Zahl hingehört',
    lead: 'Wo sie auftauchen sollte, damit jemand nach ihr handelt.',
    points: {
      review: [
        'Der Monatsrückblick',
        'Quote, Intervall, Veränderung und der erste Befund, in einer Zeile. Der Satz unter der Quote lässt sich kopieren.',
      ],
      product: [
        'Produktplanung',
        'Nach jeder Neuerung: vorher und nachher, je Tarif. Stufen, die niemand nimmt, kommen auf die Liste.',
      ],
      campaigns: [
        'Kampagnen',
        'Die Empfänger nach Segment wählen, den Tag festhalten, danach dasselbe Segment messen.',
      ],
      success: [
        'Kundenbetreuung',
        'Tarife und Segmente, die sich bewegen, sagen, wen man anspricht; wer gerade aufgestiegen ist, wird in den ersten Wochen angerufen.',
      ],
      finance: [
        'Planung und Kundenwert',
        'Quote mal Kunden mal mittlerer Preisschritt ist der erwartete Umsatz aus Aufstiegen. Die Enden des Intervalls sind der schlechte und der gute Fall.',
      ],
      wiki: [
        'Wiki und Übersicht',
        'Definition, Einstellungen und Zahl beieinander ablegen, damit niemand über die Zählung streitet.',
      ],
    },
  },
  impact: {
    title: 'Was sich mitbewegt',
    lead: 'Welche anderen Zahlen sich mit dieser bewegen, und was es heißt, wenn nicht.',
    points: {
      churn: [
        'Abwanderung',
        'Sinkt meist: Wer aus Bedarf aufsteigt, bleibt länger. Steigt sie mit der Quote, wird gedrängt.',
      ],
      retention: [
        'Netto-Umsatzbindung',
        'Steigt mit jedem Aufstieg, der bleibt. Steigt die Quote und sie nicht, fressen Abstiege oder Kündigungen den Gewinn auf.',
      ],
      arpc: [
        'Durchschnittlicher Umsatz je Kunde',
        'Steigt sofort. Er steigt auch, wenn kleine Konten gehen; also beides lesen.',
      ],
      lifetime: [
        'Kundenwert über die Zeit',
        'Steigt zweifach: durch mehr Umsatz im Monat und durch mehr Monate.',
      ],
      expansion: [
        'Umsatz aus Erweiterung',
        'Aufstiege sind ein Teil davon, mehr Plätze und Zusätze der andere. Eines kann auf Kosten des anderen wachsen.',
      ],
      support: [
        'Last im Support',
        'Steigt nach einer Welle von Aufstiegen für einige Wochen. Dafür Leute einplanen, sonst kehrt die Welle um.',
      ],
      room: [
        'Die Quote selbst',
        'Jeder Aufstieg lässt weniger Kunden übrig, die noch aufsteigen können. Über alle Kunden sinkt sie mit der Zeit, wenn unten keine neuen dazukommen.',
      ],
    },
  },
}
