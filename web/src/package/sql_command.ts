/**
 * `--format sql`: the statement for a warehouse. From a sample come the shape, the mapping, the plans
 * and the statuses that the settings leave out; what says where time ends is the settings' alone, as
 * the sample's days are not the table's.
 */
import type { Settings } from '../engine/documents.js'
import type { ByteSource, Source } from '../engine/sources.js'
import type { SqlRequest } from '../engine/sql_request.js'
import type { Engine } from './engine_type.js'

export async function sqlFor(
  engine: Engine,
  samples: readonly (Source | ByteSource)[],
  settings: Settings,
  request: SqlRequest,
): Promise<string> {
  if (samples.length === 0) return engine.sql(settings, request)
  await engine.load(samples, settings)
  const report = await engine.report(settings)
  const { dataUntil = null, today = null, range = null } = settings
  const found = { ...report.settings, dataUntil, today, range } as Settings
  return engine.sql(found, request)
}
