/**
 * Text from a stranger's file made harmless for a terminal: control characters (which can recolour,
 * overwrite or retitle it) and the marks that turn the reading direction are shown by their number.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (character) => {
    const code = character.codePointAt(0) as number
    return `\\u${code.toString(16).padStart(4, '0')}`
  })
}
