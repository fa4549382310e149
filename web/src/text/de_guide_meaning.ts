/** The guide in German: what the figure is, what it tells, how it is measured. */
import type { meaning as english } from './en_guide_meaning.js'

export const meaning: typeof english = {
  definition: {
    title: 'Definition',
    lead: 'Die Upgrade Rate ist der Anteil der bestehenden Kunden, die in einem Zeitraum von einem niedrigeren in einen höheren Tarif gewechselt sind.',
    points: {
      counts: [
        'Was zählt',
        'Ein Kunde, der am Anfang des Zeitraums schon da war und vor dessen Ende in einen höheren Tarif gewechselt ist. Jeder Kunde zählt einmal, wie oft er auch wechselt.',
      ],
      countsNot: [
        'Was nicht zählt',
        'Neue Kunden, Testkunden, die Kunden werden, Rückkehrer, Preiserhöhungen, eine andere Laufzeit. In keinem dieser Fälle hat ein bestehender Kunde einen höheren Tarif gewählt.',
      ],
      wider: [
        'Die weiter gefasste Zahl',
        'Die Upsell and Upgrade Rate zählt auch Kunden mit, die im bisherigen Tarif mehr gekauft haben: Plätze, Zusätze, Menge. Einstellbar unter „Gezählt“.',
      ],
      inside: [
        'Wohin sie schaut',
        'Auf den Fortschritt bei den Kunden, die schon da sind, nicht auf die Gewinnung neuer. Eine Firma kann an neuen Kunden wachsen, während diese Quote stillsteht, und umgekehrt.',
      ],
      bound: [
        'Nie ohne ihren Zeitraum',
        'Die Quote gehört zu einer Zeitspanne. Zwei Prozent sind eine gute Woche und ein schlechtes Jahr; der Zeitraum ist also Teil der Zahl: Monat, Quartal oder Jahr.',
      ],
    },
  },
  insights: {
    title: 'Was die Zahl zeigt',
    lead: 'Sie sagt, ob Kunden, die das Produkt kennen, mehr davon wählen. Sie sagt nicht, warum.',
    points: {
      revenue: [
        'Wachstum aus dem Bestand',
        'Jeder Aufstieg hebt den durchschnittlichen Umsatz je Kunde, ohne dass ein neuer Kunde gewonnen werden muss.',
      ],
      trust: [
        'Zufriedenheit und Vertrauen',
        'Niemand zahlt mehr für ein Produkt, das er bald verlässt. Aufstiege zeigen, dass Kunden zufrieden sind, vertrauen und den Wert des höheren Tarifs sehen.',
      ],
      fit: [
        'Ein frühes Zeichen, dass das Produkt zum Markt passt',
        'Die Quote bewegt sich vor dem Jahresumsatz: Sie zeigt früh, ob Kunden in das hineinwachsen, was die höheren Tarife bieten.',
      ],
      high: [
        'Was eine hohe Quote heißt',
        'Treue, und dass die erweiterten Funktionen etwas wert sind. Gut ist sie nur, wenn der Aufstieg zum Bedarf passt. Deshalb auf das Danach sehen: wie viele den höheren Tarif behalten und wie viele nach dem Aufstieg gehen.',
      ],
      low: [
        'Was eine niedrige Quote heißt',
        'Bedarf und Angebot treffen sich nicht, oder sie treffen sich und die Kunden wissen nichts davon. Das sind zwei Fehler, die Verschiedenes brauchen.',
      ],
      scale: [
        'Die veröffentlichte Skala',
        'Über 25 % herausragend, 15 bis 25 % gesund, unter 15 % bedenklich. Reife Märkte liegen meist zwischen 15 und 25 %. Ziele unterscheiden sich je Branche, deshalb ist die eigene Vergangenheit der bessere Maßstab.',
      ],
      usersProduct: [
        'Produktteams',
        'sehen, ob die Premium-Funktionen und die Stufen zwischen den Tarifen taugen.',
      ],
      usersMarketing: [
        'Vertrieb und Marketing',
        'sehen, welche Kampagnen und Botschaften Kunden bewegen, und stimmen sie darauf ab.',
      ],
      usersSuccess: [
        'Kundenbetreuung',
        'sieht, welche Kunden so weit sind und wen sie als Nächstes anspricht.',
      ],
      usersFinance: [
        'Finanzen',
        'schätzen damit den künftigen Umsatz aus dem Bestand und den Wert eines Kunden über seine Zeit.',
      ],
      story: [
        'Eine Geschichte zum Ansehen',
        'Das Beispiel „Ein Tarifverlauf“ erzählt eine typische: Die Quote liegt flach, im Juli 2024 wird der mittlere Tarif überarbeitet, und von da an steigen deutlich mehr Kunden auf. Beim Öffnen zeigt sich, an welcher Zahl man das sieht.',
      ],
    },
  },
  measurement: {
    title: 'Wie gemessen wird',
    lead: 'Einige Dinge vor der ersten Messung festlegen und dann dabei bleiben. Eine Quote, deren Zählweise sich ändert, ist mit ihrer eigenen Vergangenheit nicht vergleichbar.',
    points: {
      ladder: [
        'Die Tarife ordnen',
        'Festlegen, welcher Tarif über welchem steht, was ein Zusatz ist und was (Test, kostenlos) noch kein Kunde ist. Aus dieser Ordnung folgt jeder Aufstieg.',
      ],
      base: [
        'Festlegen, wer zur Basis gehört',
        'Die Kunden am Anfang des Zeitraums. Test- und kostenlose Konten bleiben draußen, es sei denn, Gratisnutzer gelten als Kunden.',
      ],
      once: [
        'Jeden Kunden einmal zählen',
        'Wer im Januar und noch einmal im März aufsteigt, steht zweimal in den Monaten und einmal im Quartal. Ein Quartal wird deshalb neu aus den Zeilen gezählt, nie aus Monaten summiert.',
      ],
      whole: [
        'Abgeschlossene Zeiträume nehmen',
        'Der laufende Monat hat weniger Tage und sieht deshalb immer niedrig aus. Er wird abgesetzt gezeigt und bekommt kein Urteil.',
      ],
      cadence: [
        'Wie oft',
        'Mindestens jeden Monat, dazu nach jeder Neuerung und jeder Kampagne. Quartal und Jahr für den längeren Blick.',
      ],
      sources: [
        'Woher die Zeilen kommen',
        'Abrechnungs- und Abosysteme kennen die Tarifwechsel. CRM und Werkzeuge der Kundenbetreuung kennen die Aufstiege je Konto. Produktanalyse kennt Nutzung und Aufstiegsereignisse. Am besten ist eine Zeile je Wechsel; Summen je Zeitraum gehen auch.',
      ],
      split: [
        'Erst aufteilen, dann handeln',
        'Merkmale der Kunden (Region, Größe, Vertriebsweg) und Produktlinien getrennt ansehen. Ein Durchschnitt kann zwei gegenläufige Geschichten verdecken.',
      ],
      sure: [
        'Sagen, wie sicher sie ist',
        'Zur Quote das Intervall nennen. Zehn Aufstiege von fünfzig Kunden können Zufall sein, tausend von fünftausend nicht.',
      ],
    },
  },
  formula: {
    title: 'Formel',
    lead: 'Upgrade Rate = aufgestiegene Kunden ÷ Kunden am Anfang des Zeitraums × 100.',
    points: {
      example: [
        'Mit Zahlen',
        '38 Kunden sind aufgestiegen, 1.204 waren am Monatsanfang Kunden: 38 ÷ 1.204 × 100 = 3,16 %.',
      ],
      eligible: [
        'Nur wer aufsteigen kann',
        'Sind viele Kunden schon im höchsten Tarif, durch die teilen, über denen es noch einen gibt. Das beantwortet: Wie viele von denen, die konnten, haben es getan?',
      ],
      net: [
        'Abzüglich Abstiegen',
        'Aufgestiegene minus Abgestiegene, geteilt durch die Kunden am Anfang. Null oder weniger heißt: Der Bestand als Ganzes steigt nicht.',
      ],
      upsell: [
        'Upsell and Upgrade Rate',
        'Kunden, die aufgestiegen sind oder mehr gekauft haben, jeder einmal gezählt, geteilt durch dieselbe Basis.',
      ],
      ratios: [
        'Verhältnisse, die kein Anteil sind',
        'Jeden Aufstieg einzeln gezählt, oder geteilt durch die mittlere oder die Zahl der Kunden am Ende: Das kann über 100 % liegen. Ein Intervall gibt es dafür hier nicht.',
      ],
      empty: [
        'Niemand am Anfang',
        'Dann gibt es nichts zu teilen: keine Quote, nicht 0 %. Beim ersten Zeitraum der Daten ist das immer so.',
      ],
    },
  },
}
