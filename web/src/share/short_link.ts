/** A link that fits where people paste it: what it leaves out, so that it is short enough. */
import type { SharePart } from '../engine/share_options.js'

/** Mail programs, chats and wikis that cut links leave this many characters whole. */
export const LINK_CHARACTERS = 2000

/** What is left out first comes first. Periods stay. */
const spared: readonly SharePart[] = ['money', 'cohorts', 'paths', 'segments']

export interface ShortLink {
  link: string
  leftOut: readonly SharePart[]
}

/**
 * `whole`: the link that carries `parts`, `linkWith`: one that carries fewer. Parts are left out, one after the other, until the
 * link is short enough or only periods are left; one that makes it no shorter stays.
 */
export async function shortLink(
  parts: readonly SharePart[],
  whole: string,
  linkWith: (parts: readonly SharePart[]) => Promise<string>,
): Promise<ShortLink> {
  let kept = parts
  let link = whole
  for (const spare of spared) {
    if (link.length <= LINK_CHARACTERS) break
    const fewer = kept.filter((part) => part !== spare)
    const shorter = await linkWith(fewer)
    if (shorter.length >= link.length) continue
    kept = fewer
    link = shorter
  }
  return { link, leftOut: parts.filter((part) => !kept.includes(part)) }
}
