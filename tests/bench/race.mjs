/**
 * Lets contenders answer for one file, in turn, again and again: one process at a time, each answer
 * from a new process that is ready before the clock starts. Every answer is held against the first.
 */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { nativeCommand } from './contenders/native.mjs'
import { readThrough } from './data.mjs'
import { assertSameFigures, figuresOf } from './figures.mjs'
import { here, work } from './places.mjs'
import { whyNot } from './roster.mjs'

function command({ name, kind = name, workers }, data) {
  if (kind === 'native') return nativeCommand(data)
  const given = join(work, `data-${name}.json`)
  writeFileSync(given, JSON.stringify({ ...data, workers }))
  return [process.execPath, [join(here, 'contender.mjs'), kind, given]]
}

const progress = (text) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${text}`)

/** The line of a complaint that says most. @param {string} complaint */
function reason(complaint) {
  const lines = complaint.trim().split('\n')
  return (lines.find((line) => line.includes('Error')) ?? lines[0]).trim().slice(0, 120)
}

/** One answer of one contender, from a new process. */
async function answerOf(contender, data) {
  const [program, args] = command(contender, data)
  const child = spawn(program, args, { cwd: here, stdio: ['pipe', 'pipe', 'pipe'] })
  let complaint = ''
  child.stderr.on('data', (text) => (complaint = (complaint + text).slice(-2000)))
  let answer = null
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('{')) continue
    const said = JSON.parse(line)
    if (said.ready) child.stdin.write('go\n')
    else answer = said
  }
  if (answer === null) throw new Error(complaint || 'it ended without an answer')
  const { loadMs = 0, reportMs = [] } = answer
  const totalMs = answer.totalMs ?? loadMs + reportMs.reduce((sum, ms) => sum + ms, 0)
  return { ...answer, totalMs }
}

/**
 * By contender: its answers, or why there are none. A contender that fails is left out from there
 * on; one that gives other figures ends the run.
 */
export async function race(contenders, data, repeat) {
  readThrough(data.file)
  const results = contenders.map((contender) => ({
    contender,
    answers: [],
    skipped: whyNot(contender),
  }))
  let wanted = null
  for (let round = 0; round < repeat; round++) {
    for (const result of results) {
      if (result.skipped !== null) continue
      progress(`${result.contender.title}, ${round + 1} of ${repeat}`)
      try {
        const { reports, figures, ...timed } = await answerOf(result.contender, data)
        const found = figuresOf({ reports, figures })
        wanted ??= found
        assertSameFigures(result.contender.title, found, wanted)
        result.answers.push(timed)
      } catch (error) {
        if (error.code === 'ERR_ASSERTION') throw error
        result.skipped = reason(error.message)
      }
    }
  }
  progress('')
  return { results, figures: wanted }
}
