// Starts a desk that is in full use, with invented projects and cases, in a folder that is thrown away afterwards.
import { preflight, refuse } from './preflight.mjs'

preflight()
import('./demo/serve-demo.mjs').catch((error) => refuse(error.stack || String(error)))
