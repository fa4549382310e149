/** Synthetic sample: two years of monthly totals, growing slowly, upgrading a little more each year. */
import { chanceFrom } from './random.js'

const months = 24

export function monthlyTotals(): string {
  const chance = chanceFrom(20240101)
  const lines = ['month,total customers,customers upgraded']
  let customers = 1840
  for (let i = 0; i < months; i++) {
    const month = `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`
    const share = 0.0125 + i * 0.0002 + (chance.next() - 0.5) * 0.004
    lines.push(`${month},${customers},${Math.round(customers * share)}`)
    customers += chance.whole(8, 42)
  }
  return `${lines.join('\n')}\n`
}
