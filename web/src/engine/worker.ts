/**
 * Entry of the worker: a classic script (bundled as an IIFE), because a module worker made from a
 * Blob does not start on a page opened from disk. It fetches nothing; the page hands the module in.
 */
import { borrowed } from './blob_loan.js'
import { hostDocument } from './host.js'
import { startedModule } from './packed_module.js'
import { rehearse } from './rehearsal.js'
import { serve, type WorkerScope } from './serve.js'
import { readBlobsBy } from './sources.js'

readBlobsBy(borrowed(globalThis))

serve(globalThis as unknown as WorkerScope, startedModule, rehearse)

// Nothing is there to do until the module comes, and the first date that is formatted takes a while.
hostDocument({})
