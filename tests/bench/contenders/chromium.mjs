/** The npm package in a worker in Chromium, given a File. */
import { join } from 'node:path'
import { dist, here } from '../places.mjs'
import { startPage } from './in_chromium.mjs'

export const start = ({ settings, workers }) =>
  startPage({
    folders: { '/package/': `${join(dist, 'package')}/`, '/in_page/': join(here, 'in_page/') },
    texts: {},
    script: '/in_page/engine.js',
    given: { settings, options: workers ? { workers } : {} },
  })
