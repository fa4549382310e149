/**
 * The engine's script as it stands in the element's file: one function, whose text starts a worker
 * and which is called as it is where the page's policy forbids workers. The build wraps this bundle
 * as `upgradeRateEngine(upgradeRateScope)`.
 */
import { startedModule } from '../engine/packed_module.js'
import { serve, type WorkerScope } from '../engine/serve.js'

declare const upgradeRateScope: WorkerScope

serve(upgradeRateScope, startedModule)
