import { duckdb } from './engines.mjs'
import { testEngine } from './random_sets.mjs'

testEngine(duckdb)
