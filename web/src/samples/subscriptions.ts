/**
 * Synthetic sample: a billing system's list of subscriptions over two and a half years. About 500 firms
 * hold one subscription at a time, paid by month or year, for a number of seats; some begin with a
 * trial, move to a higher product (the old subscription ends where the new one starts), buy seats,
 * move down, or cancel. Seeded, so every reader sees the same figures.
 */
import { type Chance, chanceFrom } from './random.js'

type Product = 'Solo' | 'Team' | 'Company'
const products: readonly Product[] = ['Solo', 'Team', 'Company']
const seatPrice: { readonly [p in Product]: number } = { Solo: 12, Team: 18, Company: 29 }
const firstDay = Date.UTC(2023, 6, 1)
const lastDay = Date.UTC(2025, 11, 31)
const dayLength = 86_400_000
const trialDays = 14

interface Held {
  product: Product
  seats: number
  yearly: boolean
}

const written = (day: number) => new Date(day).toISOString().slice(0, 10)

/** What a firm holds after a while, or nothing. */
function next(held: Held, chance: Chance): Held | null {
  const rung = products.indexOf(held.product)
  const higher = products[rung + 1]
  const lower = products[rung - 1]
  return chance.pick<Held | null>([
    [higher ? { ...held, product: higher, seats: held.seats + chance.whole(0, 3) } : held, 30],
    [{ ...held, seats: held.seats + chance.whole(1, 6) }, 24],
    [{ ...held, seats: Math.max(1, held.seats - chance.whole(1, 3)) }, 8],
    [lower ? { ...held, product: lower } : held, 6],
    [{ ...held, yearly: !held.yearly }, 10],
    [null, 22],
  ])
}

export function subscriptions(): string {
  const chance = chanceFrom(2507)
  const rows = ['subscription,customer,product,status,started,ended,price,interval,seats,channel']
  const write = (
    firm: string,
    channel: string,
    held: Held,
    status: string,
    start: number,
    end: number | null,
  ) => {
    const price = status === 'trialing' ? 0 : seatPrice[held.product] * (held.yearly ? 10 : 1)
    const dates = [written(start), end === null ? '' : written(end)]
    const terms = [price.toFixed(2), held.yearly ? 'year' : 'month', held.seats, channel]
    rows.push([`S-${rows.length}`, firm, held.product, status, ...dates, ...terms].join(','))
  }
  for (let i = 1; i <= 520; i++) {
    const firm = `Firm ${String(i).padStart(3, '0')}`
    const channel = chance.pick([
      ['web', 60],
      ['partner', 25],
      ['sales', 15],
    ] as const)
    let start = firstDay + chance.whole(0, i <= 200 ? 0 : 820) * dayLength
    let held: Held | null = {
      product: chance.pick([
        ['Solo', 60],
        ['Team', 33],
        ['Company', 7],
      ] as const),
      seats: chance.whole(1, 9),
      yearly: chance.happens(0.3),
    }
    if (i > 200 && chance.happens(0.5)) {
      const end = start + trialDays * dayLength
      write(firm, channel, held, 'trialing', start, end)
      if (!chance.happens(0.6)) continue
      start = end
    }
    while (held) {
      const end: number = start + chance.whole(90, 620) * dayLength
      if (end > lastDay) {
        write(firm, channel, held, 'active', start, null)
        break
      }
      write(firm, channel, held, 'canceled', start, end)
      held = next(held, chance)
      start = end
    }
  }
  return `${rows.join('\n')}\n`
}
