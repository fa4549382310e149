/**
 * A name of the reader's inside a sentence. One written from right to left would draw the words and
 * figures beside it into its own direction ("113 Pro → Basic" for "Pro → Basic 113"), so it is set
 * between the marks that keep it to itself (Unicode bidirectional algorithm, FSI and PDI). Other
 * names stay as they are: copied text then has no marks that nobody needs.
 */
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

export const isolate = (name: string): string =>
  rightToLeft.test(name) ? `\u2068${name}\u2069` : name
