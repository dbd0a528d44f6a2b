// Starts the desk: builds it when needed, then serves it.
import { preflight, refuse } from './preflight.mjs'

preflight()
import('./serve.mjs').catch((error) => refuse(error.stack || String(error)))
