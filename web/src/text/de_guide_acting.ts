/** The guide in German: what to ask and what to try. */
import type { acting as english } from './en_guide_acting.js'

export const acting: typeof english = {
  questions: {
    title: 'Fragen zur Ursache',
    lead: 'Was zu fragen ist, wenn die Quote nicht ist wie erhofft, und was zu ihr oft gefragt wird.',
    points: {
      drives: [
        'Was treibt die Quote?',
        'Ein Bedarf, der wächst, ein höherer Tarif, der ihn trifft, Kunden, die davon wissen, ein Preisschritt, der sich lohnt, ein kurzer Weg dorthin und Hilfe unterwegs. Was davon ist am schwächsten?',
      ],
      why: [
        'Warum steigen Kunden auf, und warum die anderen nicht?',
        'Wann wurden sie zuletzt gefragt, in ihren eigenen Worten? Die Quote kann es nicht sagen.',
      ],
      who: [
        'Wer steigt auf und wer nicht?',
        'Welche Regionen, Größen, Vertriebswege, Produktlinien, Tarife? Ist der Unterschied größer als der Zufall ihn macht?',
      ],
      trigger: [
        'Was geschieht kurz vor einem Aufstieg?',
        'Welche Grenze wird erreicht, welche Funktion probiert, wer kommt ins Konto dazu?',
      ],
      told: [
        'Wissen Kunden, was der nächste Tarif ihnen brächte?',
        'Sehen sie es dort, wo sie es brauchen, oder nur auf der Preisseite?',
      ],
      path: [
        'Wie lang ist der Weg in den höheren Tarif?',
        'Wie viele Schritte, wessen Zustimmung, wo geben sie auf? Geht es, ohne mit jemandem zu sprechen?',
      ],
      room: [
        'Ist noch Luft nach oben?',
        'Wie viele sind schon im höchsten Tarif, und was könnten diese als Nächstes kaufen?',
      ],
      moment: [
        'Wann nach dem Beitritt steigen Kunden auf?',
        'Wird ihnen dann etwas angeboten, oder viel zu früh?',
      ],
      after: [
        'Was geschieht nach dem Aufstieg?',
        'Wie viele bleiben, wie viele gehen zurück, wie viele kündigen, und was sagen diese?',
      ],
      leave: [
        'Warum gehen Kunden, bevor sie aufsteigen würden?',
        'Lassen dieselben Lücken die einen gehen und die anderen unten bleiben?',
      ],
      step: [
        'Stimmt der Schritt zwischen den Tarifen?',
        'Ist er zu groß, oder so klein, dass ihn niemand braucht?',
      ],
      rivals: [
        'Was bieten Wettbewerber für diesen Preis?',
        'Was ist dort anders, seit sich die Quote verändert hat?',
      ],
      changed: [
        'Was hat sich mit der Quote geändert?',
        'Das Produkt, der Preis, eine Kampagne, die Kunden, oder nur die Art zu zählen?',
      ],
      counted: [
        'Ist richtig gezählt?',
        'Stimmt die Ordnung der Tarife, sind Testkunden draußen, ist der Export vollständig, ist ein Tarif nur umbenannt?',
      ],
      firstPlan: [
        'Beginnen neue Kunden im richtigen Tarif?',
        'Wenn viele nach Wochen aufsteigen: Was wussten sie beim Kauf noch nicht?',
      ],
      alwaysGood: [
        'Ist hoch immer gut?',
        'Nein. Aufgedrängte Aufstiege, oder solche, die nur gestrichene Funktionen zurückholen, kommen als Abstiege und Kündigungen wieder. Die Quote zusammen mit dem lesen, was geblieben ist.',
      ],
      often: [
        'Wie oft soll man hinsehen?',
        'Jeden Monat, dazu nach jeder Neuerung oder Kampagne. Vor dem Ändern eines Ziels Quartal und Jahr ansehen.',
      ],
      track: [
        'Wie verfolgt man sie?',
        'Auf einer Übersicht über die Zeit, mit Intervall, nach Segmenten geteilt, Neuerungen markiert.',
      ],
      support: [
        'Was hat der Support damit zu tun?',
        'Wem gut geholfen wird, der wagt den nächsten Schritt. Wer eine offene Beschwerde hat, nicht, und ein schlecht begleiteter Wechsel wird rückgängig gemacht.',
      ],
      profit: [
        'Kommt es im Gewinn an?',
        'Meist ja: Es kostet keinen neu gewonnenen Kunden. Nicht dort, wo der höhere Tarif in Betrieb und Betreuung mehr kostet, als er bringt.',
      ],
    },
  },
  tips: {
    title: 'Was man tun kann',
    lead: 'Immer nur eines ändern, den Tag festhalten, vorher und nachher vergleichen.',
    points: {
      survey: [
        'Regelmäßig fragen, welche Funktionen fehlen',
        'Eine kurze Umfrage im Quartal, unter denen, die aufgestiegen sind, und denen, die es nicht sind. Bauen, was oft kommt, und es denen sagen, die gefragt haben.',
      ],
      campaign: [
        'Den richtigen Kunden den Nutzen sagen',
        'Eine Kampagne an die, denen der nächste Tarif etwas brächte, mit dem, was er für sie tut, nicht mit der Liste von allem.',
      ],
      simpler: [
        'Den Weg kürzer machen',
        'Weniger Schritte, klare Anleitung, der Preis und der Verbleib der Daten vor der Wahl. Fünf Kunden dabei zusehen.',
      ],
      rivals: [
        'Wettbewerber im Blick behalten',
        'Ihre Funktionen und Preise einmal im Quartal notieren und die eigenen dort anpassen, wo Kunden sie nennen.',
      ],
      support: [
        'Beim Wechsel helfen',
        'Jemand, der in den ersten Wochen im neuen Tarif antwortet: Einrichtung, Schulung, Umzug der Daten.',
      ],
      trigger: [
        'Im Moment des Bedarfs anbieten',
        'Wenn eine Grenze nah ist oder eine gesperrte Funktion probiert wird, nicht an einem festen Tag.',
      ],
      tryIt: [
        'Den höheren Tarif ausprobieren lassen',
        'Für begrenzte Zeit und mit leichtem Rückweg. Als Aufstieg zählt es erst, wenn bezahlt wird.',
      ],
      nextStep: [
        'Über dem höchsten Tarif weitermachen',
        'Ein weiterer Tarif, Zusätze oder Menge für die, die oben sind, sofern sie den Bedarf haben.',
      ],
      between: [
        'Die Stufe zwischen zwei Tarifen ändern',
        'Wo niemand aufsteigt, eine gewünschte Funktion auf die andere Seite der Stufe legen oder einen Tarif dazwischen setzen.',
      ],
      fit: [
        'Nur verkaufen, was passt',
        'Den niedrigeren Tarif empfehlen, wo er reicht. Das kostet jetzt einen Aufstieg und spart später eine Kündigung.',
      ],
      early: [
        'Auf die ersten neunzig Tage achten',
        'Prüfen, ob die Funktionen genutzt werden, die der Grund waren. Wenn nicht, anrufen, bevor der Kunde zurückgeht.',
      ],
      leakFirst: [
        'Erst das Abwandern bremsen',
        'Solange mehr gehen als aufsteigen, den Grund dafür finden, bevor Geld in Aufstiege fließt.',
      ],
      firstPlan: [
        'Neue Kunden in den richtigen Tarif führen',
        'Ein paar Fragen beim Kauf ersparen beiden Seiten einen frühen Wechsel.',
      ],
      learn: [
        'Von dort lernen, wo es gelingt',
        'Das Segment nehmen, das aufsteigt, herausfinden, was dort anders ist, und es in einem zweiten versuchen.',
      ],
      waitFor: [
        'Auf mehr Daten warten',
        'Bei wenigen Kunden einen längeren Zeitraum nehmen oder später noch einmal hinsehen, statt auf eine Zahl des Zufalls zu handeln.',
      ],
      checkCount: [
        'Die Zählung prüfen',
        'Zehn Kunden der Liste von Hand durchgehen, vom Export bis zur Zahl.',
      ],
    },
  },
}
