/** Where things lie. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const here = fileURLToPath(new URL('.', import.meta.url))
export const root = join(here, '..', '..')
export const built = join(root, 'build', 'native')
export const dist = join(root, 'dist')
/** Generated files and what the runs leave behind. */
export const work = join(root, 'build', 'bench')
