/**
 * Synthetic sample: an export as people really get them. Lines above the header, semicolons, decimal
 * commas, day before month, plans spelled in several ways, rows that came twice, a blank customer, days
 * that no calendar has, the header once more in the middle, and a line of totals at the end. The page
 * shall make sense of it, and say what it could not use.
 */
import { type Chance, chanceFrom } from './random.js'

type Plan = 'Basic' | 'Plus' | 'Premium' | 'Cancelled'
const ladder: readonly Plan[] = ['Basic', 'Plus', 'Premium']
const price: { readonly [p in Plan]: string } = {
  Basic: '9,90',
  Plus: '24,90',
  Premium: '1.049,00',
  Cancelled: '',
}
const spellings: { readonly [p in Plan]: readonly string[] } = {
  Basic: ['Basic', 'basic', 'BASIC'],
  Plus: ['Plus', 'plus ', ' Plus'],
  Premium: ['Premium', 'premium', '"Premium"'],
  Cancelled: ['Cancelled', 'cancelled'],
}
const header = 'Customer no.;Valid from;Plan;Monthly value;Note'
const monthCount = 24

const day = (month: number, chance: Chance): string => {
  const date = `${String(chance.whole(1, 28)).padStart(2, '0')}.${String((month % 12) + 1).padStart(2, '0')}`
  return `${date}.${2024 + Math.floor(month / 12)}`
}

export function messyExport(): string {
  const chance = chanceFrom(31)
  const rows: string[] = []
  const held = new Map<string, Plan>()
  const write = (id: string, date: string, plan: Plan) => {
    held.set(id, plan)
    const spelled =
      spellings[plan][chance.happens(0.2) ? chance.whole(0, spellings[plan].length - 1) : 0]
    const note = chance.happens(0.03) ? '"called; wants ""more"""' : ''
    const row = [id, date, spelled, price[plan], note].join(';')
    rows.push(row)
    if (chance.happens(0.02)) rows.push(row)
  }
  for (let month = 0; month < monthCount; month++) {
    for (const [id, plan] of [...held]) {
      const rung = ladder.indexOf(plan)
      const higher = ladder[rung + 1]
      if (plan === 'Cancelled') continue
      if (chance.happens(0.015)) write(id, day(month, chance), 'Cancelled')
      else if (higher && chance.happens(0.022)) write(id, day(month, chance), higher)
    }
    for (let i = month === 0 ? 240 : chance.whole(6, 14); i > 0; i--) {
      const plan = chance.pick([
        ['Basic', 62],
        ['Plus', 30],
        ['Premium', 8],
      ] as const)
      write(String(10_000 + held.size), day(month, chance), plan)
    }
    if (month === 7) rows.push(header)
    if (month % 6 === 5) rows.push(`;${day(month, chance)};Plus;24,90;who is this?`)
    if (month % 9 === 8) rows.push(`${10_000 + month};31.02.2025;Plus;24,90;`)
    if (month === 15) rows.push('10007;not known;Premium;1.049,00;')
  }
  const above = ['Customer list;;;;', 'made by the billing system on 05.01.2026;;;;', ';;;;']
  return `${[...above, header, ...rows, `Total;;;${rows.length} rows;`].join('\r\n')}\r\n`
}
