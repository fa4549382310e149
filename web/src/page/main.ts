/** Where the page begins. */
import { start } from './app.js'
import { connect } from './connect.js'

const root = document.getElementById('app')
if (root) start(connect(), root)
