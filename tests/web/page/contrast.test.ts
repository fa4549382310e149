/**
 * Contrast of every pair of tokens that meet on the page, in both themes, by WCAG 2.2's formula:
 * text 4.5, the outlines and marks that carry meaning 3. And the bands differ in lightness alone.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dark, light, type Theme } from '../../../web/src/view/tokens.js'

type Token = keyof Theme

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

export function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

/** One colour over another at an opacity, as the charts do with ribbon and faint zones. */
function over(top: string, opacity: number, ground: string): string {
  const mix = [1, 3, 5].map((i) => {
    const [t = 0, g = 0] = [top, ground].map((hex) => Number.parseInt(hex.slice(i, i + 2), 16))
    return Math.round(t * opacity + g * (1 - opacity))
      .toString(16)
      .padStart(2, '0')
  })
  return `#${mix.join('')}`
}

const texts: [Token, Token[]][] = [
  ['ink', ['paper', 'card', 'hover', 'note']],
  ['soft', ['paper', 'card', 'hover', 'note']],
  ['accent', ['paper', 'card', 'hover', 'note']],
  ['onAccent', ['accent']],
  ['paper', ['ink']],
  ['low', ['paper', 'card']],
  ['mid', ['paper', 'card']],
  ['high', ['paper', 'card']],
]
const graphics: [Token, Token[]][] = [
  ['edge', ['paper', 'card']],
  ['ink', ['lowZone', 'midZone', 'highZone']],
  ['low', ['lowZone']],
  ['mid', ['midZone']],
  ['high', ['highZone']],
  ['accent', ['line']],
]

test('the formula: black on white is 21, #777 on white is 4.48', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21)
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48')
})

for (const [name, theme] of Object.entries({ light, dark })) {
  for (const [limit, pairs] of [
    [4.5, texts],
    [3, graphics],
  ] as const) {
    for (const [token, grounds] of pairs) {
      for (const ground of grounds) {
        test(`${name}: ${token} on ${ground} is at least ${limit}`, () => {
          const ratio = contrast(theme[token], theme[ground])
          assert.ok(ratio >= limit, `${theme[token]} on ${theme[ground]}: ${ratio.toFixed(2)}`)
        })
      }
    }
  }
  for (const tone of ['low', 'mid', 'high'] as const) {
    test(`${name}: the line and the name of ${tone} on its faint zone`, () => {
      const zone = over(theme[`${tone}Zone`], 0.42, theme.paper)
      assert.ok(
        contrast(theme[tone], zone) >= 4.5,
        `name ${contrast(theme[tone], zone).toFixed(2)}`,
      )
      assert.ok(contrast(theme.soft, zone) >= 4.5, `label ${contrast(theme.soft, zone).toFixed(2)}`)
      const ribbon = over(theme.accent, 0.15, zone)
      assert.ok(contrast(theme.accent, ribbon) >= 3, 'line on ribbon')
      assert.ok(contrast(theme.soft, ribbon) >= 3, 'pooled line and limits on ribbon')
      assert.ok(contrast(theme.ink, ribbon) >= 3, 'marks on ribbon')
      assert.ok(contrast(theme.accent, over(theme.accent, 0.1, zone)) >= 3, 'forecast on its fan')
    })
  }
  test(`${name}: words in cells of the strongest fill, and whiskers on bars`, () => {
    const cells = [over(theme.accent, 0.5, theme.paper), over(theme.soft, 0.5, theme.paper)]
    for (const cell of cells) assert.ok(contrast(theme.ink, cell) >= 4.5, cell)
    assert.ok(contrast(theme.ink, over(theme.accent, 0.45, theme.paper)) >= 3, 'whisker on bar')
    assert.ok(contrast(theme.soft, theme.paper) >= 3, 'outline of a downgrade')
  })
  test(`${name}: the bands rise in lightness`, () => {
    assert.ok(luminance(theme.lowZone) * 1.15 < luminance(theme.midZone))
    assert.ok(luminance(theme.midZone) * 1.05 < luminance(theme.highZone))
    assert.ok(
      luminance(theme.low) < luminance(theme.mid) && luminance(theme.mid) < luminance(theme.high),
    )
  })
}
