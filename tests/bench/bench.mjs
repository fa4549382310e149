/** The benchmark from start to end; see web/docs/performance.md for what each part says. */
import { printMachine } from './machine.mjs'
import { HELP, readOptions } from './options.mjs'

const options = readOptions(process.argv.slice(2))
if (options.help) {
  console.log(HELP)
} else {
  printMachine()
  for (const part of options.parts) {
    const { run } = await import(`./parts/${part}.mjs`)
    await run(options)
  }
}
