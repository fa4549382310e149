// Loads a file and makes its reports, each part timed. For the package in a page and in Node.
export async function timed(engine, source, settings) {
  const started = performance.now()
  await engine.load([source], settings[0])
  const loadMs = performance.now() - started
  const reports = []
  const reportMs = []
  for (const one of settings) {
    const asked = performance.now()
    reports.push(await engine.report(one))
    reportMs.push(performance.now() - asked)
  }
  return { loadMs, reportMs, reports }
}
