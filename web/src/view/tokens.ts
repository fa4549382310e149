/**
 * Every colour, size and step of the page, once: the style sheets use the names, the contrast test
 * reads the values. Two themes, each designed for itself. Method: a table per theme, written out as
 * custom properties for the system's theme, for the switch and for paper. The three band colours
 * (rust, green, teal: bad, good, beyond good; no amber, which would warn) differ in lightness too, low
 * is darkest, so they hold without hue; words always stand beside them.
 */
export interface Theme {
  /** The ground, raised surfaces, and what a pressed or hovered surface turns to. */
  paper: string
  card: string
  hover: string
  ink: string
  soft: string
  /** Hairlines between things; `edge` is the outline of something one can operate (3:1). */
  line: string
  edge: string
  accent: string
  onAccent: string
  ribbon: string
  low: string
  mid: string
  high: string
  lowZone: string
  midZone: string
  highZone: string
  note: string
}

export const light: Theme = {
  paper: '#fcfcfa',
  card: '#ffffff',
  hover: '#f1f1ed',
  ink: '#15181d',
  soft: '#575d67',
  line: '#e4e4df',
  edge: '#85898f',
  accent: '#2f4bc7',
  onAccent: '#ffffff',
  ribbon: '#dde2f6',
  low: '#8c2413',
  mid: '#35691c',
  high: '#0a7586',
  lowZone: '#edc3b8',
  midZone: '#d3e7c3',
  highZone: '#d9f2f7',
  note: '#faf3dc',
}

export const dark: Theme = {
  paper: '#121418',
  card: '#191c22',
  hover: '#22262e',
  ink: '#eceef2',
  soft: '#a4abb7',
  line: '#2a2f38',
  edge: '#727986',
  accent: '#9db4ff',
  onAccent: '#10131a',
  ribbon: '#2a3354',
  low: '#ec8269',
  mid: '#9ccb72',
  high: '#84dff0',
  lowZone: '#41211a',
  midZone: '#2f4a1f',
  highZone: '#1c5f6e',
  note: '#2b2615',
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)
const declare = (theme: Theme, scheme: string) =>
  `color-scheme:${scheme};` +
  Object.entries(theme)
    .map(([name, value]) => `--${kebab(name)}:${value};`)
    .join('')

/** Four text sizes, an 8-px rhythm, one radius. */
const sizes = `
  --t-small:.8125rem; --t-body:.9375rem; --t-lead:1.25rem; --t-title:2.5rem;
  --t-figure:clamp(3.75rem, 3rem + 4.2vw, 6.5rem);
  --s-half:4px; --s1:8px; --s2:16px; --s3:24px; --s4:32px; --s6:48px; --s8:64px;
  --radius:6px;`

export const tokens = `
:root{${sizes}${declare(light, 'light')}}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${declare(dark, 'dark')}}}
:root[data-theme=dark]{${declare(dark, 'dark')}}
@media print{:root:root:root{${declare(light, 'light')}}}
`
