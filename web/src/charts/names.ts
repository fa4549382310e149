/** Names that must fit a width of a drawing: cut with an ellipsis. Widths of letters are an average. */

const letter = 6.9

export const widthOf = (text: string): number => text.length * letter

export function fitted(text: string, width: number): string {
  const room = Math.max(1, Math.floor(width / letter))
  return text.length <= room ? text : `${text.slice(0, room - 1)}…`
}
