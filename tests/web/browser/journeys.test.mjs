/**
 * The views that follow customers, in the real page on the plan-history sample: all there, their
 * tables hold the report's figures, their drawings are walked by keyboard and say the same. What
 * totals show instead.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { answered, eventually, open, paste } from './browser.mjs'
import { count, isRounded, isRoundedInterval, reportOf } from './figures.mjs'

/** The sample on the page, and the package's report for the same table. */
async function sample() {
  const { page, end } = await open()
  await page.locator('.sample').first().click()
  await answered(page)
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the table' }).click()
  const report = await reportOf(readFileSync(await (await coming).path(), 'utf8'))
  return { page, end, report }
}

/** The cells of a table, row by row. @param {import('playwright-core').Page} page @param {string} query */
const cells = (page, query) =>
  page.evaluate(
    (asked) =>
      [...document.querySelectorAll(`${asked} tbody tr`)].map((row) =>
        [...row.children].map((cell) => cell.textContent?.trim() ?? ''),
      ),
    query,
  )

/** @param {number} value */
const signed = (value) =>
  value
    .toLocaleString('en-US', { maximumFractionDigits: 2, signDisplay: 'exceptZero' })
    .replace('-', '−')

/** @param {import('playwright-core').Page} page @param {string} place */
const readOut = (page, place) =>
  page.locator(`[data-focus="${place}"]`).getAttribute('aria-valuetext')

/** Presses a key on a drawing and waits for what it then says. @param {import('playwright-core').Page} page @param {string} place @param {string} key @param {string} wanted */
async function pressed(page, place, key, wanted) {
  await page.locator(`[data-focus="${place}"]`).press(key)
  await eventually(async () => {
    const said = (await readOut(page, place)) ?? ''
    assert.ok(said.startsWith(wanted), `${key}: ${said}, not ${wanted}`)
  })
}

test('every view stands in its section, with one sentence', async () => {
  const { page, end } = await sample()
  const views = await page.evaluate(() =>
    [...document.querySelectorAll('.why, .good')].map((section) => [
      section.querySelector('h2')?.textContent,
      ...[...section.querySelectorAll('.part')].map(
        (part) =>
          `${part.querySelector('h3')?.textContent}: ${part.querySelectorAll('.told').length}`,
      ),
    ]),
  )
  assert.deepEqual(views, [
    [
      'Why',
      'Segments: 1',
      'Paths from plan to plan: 1',
      'Cohorts: 1',
      'Time to the first upgrade: 1',
    ],
    [
      'Is it a good rate?',
      'Kept, moved down, left: 1',
      'Do upgrades last?: 1',
      'Who leaves: the upgraded and the others: 1',
    ],
  ])
  await end()
})

test('the pointer reads out the cell of the matrix that it is on', async () => {
  const { page, end, report } = await sample()
  const matrix = page.locator('[data-focus="paths"]')
  await matrix.scrollIntoViewIfNeeded()
  const paths = report.paths ?? []
  assert.ok(paths.length > 2)
  for (const path of paths) {
    const cell = matrix.locator('svg text.strong', {
      hasText: new RegExp(`^${count(path.customers)}$`),
    })
    if ((await cell.count()) !== 1) continue // two cells show the same number
    await cell.hover()
    const wanted = `${path.from} → ${path.to}: `
    await eventually(async () => {
      const said = (await readOut(page, 'paths')) ?? ''
      assert.ok(said.startsWith(wanted), `${said}, not ${wanted}`)
    })
  }
  await end()
})

test('the tables hold the figures of the report', async () => {
  const { page, end, report } = await sample()
  const { paths, cohorts, timeToUpgrade, stickiness, headline } = report
  assert.ok(paths && cohorts && timeToUpgrade && stickiness?.headline && headline)

  assert.deepEqual(
    await cells(page, '.part.paths'),
    paths.map((path) => [
      path.from,
      path.to,
      path.kind,
      count(path.customers),
      count(path.events),
      path.value === null ? '–' : signed(path.value),
    ]),
  )

  const rows = await cells(page, '.part.cohorts')
  assert.equal(rows.length, 24)
  for (const [i, cohort] of cohorts.rows.slice(-24).entries()) {
    const [name = '', customers, ...shares] = rows[i] ?? []
    assert.equal(customers, count(cohort.customers), name)
    for (const [age, share] of shares.entries())
      if (age >= cohort.shares.length) assert.equal(share, '', name)
      else isRounded(share, cohort.shares[age] ?? null, `${name}, age ${age}`)
  }

  const [fixed, curve] = [timeToUpgrade.atDays, timeToUpgrade.curve]
  const times = await cells(page, '.part.time')
  assert.equal(times.length, fixed.length + curve.length)
  for (const [i, point] of [...fixed, ...curve].entries()) {
    const [days, watched, share = '', interval = '', left = ''] = times[i] ?? []
    assert.deepEqual([days, watched], [count(point.days), count(point.watched)])
    isRounded(share, point.share, `${days} days`)
    isRoundedInterval(interval, point.interval, `${days} days`)
    const churn = curve[i - fixed.length]?.churnShare
    if (churn !== undefined) isRounded(left, churn, `${days} days, left first`)
  }

  const { upgraded, kept, downgraded, churned } = headline
  assert.deepEqual(
    (await cells(page, '.part.beside')).map(([, value]) => value),
    [upgraded, kept, downgraded, churned].map(count),
  )

  // The headline's 180 days are not over for all: the latest period that has them all.
  const over = stickiness.periods.findLast((each) =>
    each.stays.every((stay) => stay.share !== null),
  )
  assert.ok(over)
  for (const [i, stay] of over.stays.entries()) {
    const [days, whole, reached, stayed, share = '', interval = ''] =
      (await cells(page, '.part.stays'))[i] ?? []
    assert.deepEqual(
      [days, whole, reached, stayed],
      [stay.days, over.upgraded, stay.observed, stay.stayed].map(count),
    )
    isRounded(share, stay.share, `${days} days`)
    isRoundedInterval(interval, stay.interval, `${days} days`)
  }

  const { churnAfterUpgrade, churnOfOthers } = stickiness.headline
  const leaving = await cells(page, '.part.leaving')
  for (const [i, side] of [churnAfterUpgrade, churnOfOthers].entries()) {
    const [name = '', churns, days, per30 = ''] = leaving[i] ?? []
    assert.deepEqual([churns, days], [count(side.churns), count(side.customerDays)], name)
    isRounded(per30, side.per30Days, name)
  }
  await end()
})

test('the drawings are walked by keyboard', async () => {
  const { page, end, report } = await sample()
  const { paths, cohorts, timeToUpgrade } = report
  assert.ok(paths && cohorts && timeToUpgrade)
  const said = (/** @type {string} */ from, /** @type {string} */ to) => {
    const path = paths.find((each) => each.from === from && each.to === to)
    assert.ok(path)
    return `${from} → ${to}: ${count(path.customers)} customers`
  }
  await pressed(page, 'paths', 'Home', said('Starter', 'Pro'))
  await pressed(page, 'paths', 'ArrowRight', said('Starter', 'Business'))
  await pressed(page, 'paths', 'ArrowDown', said('Pro', 'Business'))
  await pressed(page, 'paths', 'ArrowLeft', said('Pro', 'Starter'))

  const [oldest, second] = cohorts.rows.slice(-24)
  assert.ok(oldest && second)
  const of = (/** @type {typeof oldest} */ cohort, /** @type {number} */ age) =>
    `month ${age}: ${(cohort.shares[age] ?? 0) === 0 ? '0%' : ''}`
  const month = (/** @type {typeof oldest} */ cohort) =>
    new Date(cohort.start).toLocaleDateString('en-US', {
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    })
  await pressed(page, 'cohorts', 'Home', `${month(oldest)}, ${of(oldest, 0)}`)
  await pressed(page, 'cohorts', 'ArrowRight', `${month(oldest)}, ${of(oldest, 1)}`)
  await pressed(page, 'cohorts', 'ArrowDown', `${month(second)}, ${of(second, 1)}`)

  const days = timeToUpgrade.curve.map((point) => count(point.days))
  await pressed(page, 'time-to-upgrade', 'Home', `After ${days[0]} day`)
  await pressed(page, 'time-to-upgrade', 'ArrowRight', `After ${days[1]} days`)
  await pressed(page, 'time-to-upgrade', 'End', `After ${days.at(-1)} days`)
  await pressed(page, 'stays', 'ArrowDown', 'After 90 days')
  await pressed(page, 'stays', 'ArrowDown', 'After 180 days')
  await pressed(
    page,
    'beside',
    'End',
    `left at some time: ${count(report.headline?.churned ?? null)}`,
  )
  await end()
})

test('the latest 24 cohorts, and all of them when asked', async () => {
  const { page, end, report } = await sample()
  const all = report.cohorts?.rows.length ?? 0
  assert.ok(all > 24)
  await page.getByRole('button', { name: `Show all ${all} cohorts` }).click()
  await eventually(async () => assert.equal((await cells(page, '.part.cohorts')).length, all))
  await page.getByRole('button', { name: 'Show the latest 24' }).click()
  await eventually(async () => assert.equal((await cells(page, '.part.cohorts')).length, 24))
  await end()
})

test('a picked period says whether its upgrades last, or that it is too early', async () => {
  const { page, end, report } = await sample()
  const last = report.periods.length - 1
  assert.ok((report.stickiness?.periods[last]?.upgraded ?? 0) > 0)
  await page.locator('.picker').selectOption(String(last))
  const says = page.locator('.part.stays .told')
  await eventually(async () =>
    assert.equal(
      await says.textContent(),
      'Whether upgrades lasted is shown once 30, 90 or 180 days are over for all of them.',
    ),
  )
  assert.equal(await page.locator('.part.stays svg').count(), 0)
  await end()
})

test('totals say what these views need', async () => {
  const { page, end } = await open()
  await paste(page, 'month,customers,upgraded\n2024-01,900,90\n2024-02,910,95\n')
  await answered(page)
  assert.match(await page.locator('.why .empty').textContent(), /need a plan history/)
  assert.equal(await page.locator('.part, .good').count(), 0)
  await end()
})

test('few customers: counts, and no share anywhere', async () => {
  const { page, end } = await open()
  const rows = ['customer,date,plan,mrr']
  for (const [i, name] of ['A', 'B', 'C'].entries()) {
    rows.push(`${name},2023-01-0${i + 2},Basic,10`, `${name},2023-0${i + 3}-05,Pro,20`)
  }
  await paste(page, `${rows.join('\n')}\nD,2023-01-09,Basic,10\nD,2024-06-01,none,\n`)
  await answered(page)
  const texts = await page.locator('.why .part, .good .part').allInnerTexts()
  assert.ok(texts.length >= 4)
  for (const text of texts) assert.doesNotMatch(text, /\d%/)
  await end()
})
