import { existsSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { buildIfStale } from './build.mjs'

if (existsSync('.env')) process.loadEnvFile('.env')
await buildIfStale()

// In this very process, so that a signal reaches the handler that closes the database, and nothing is left behind.
process.env.NODE_ENV = 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'
process.env.NEXT_MANUAL_SIG_HANDLE = '1'
// As the build resolved it. Read anew, `next.config.ts` would have to be compiled, by a compiler that then stays in memory.
const { config } = JSON.parse(readFileSync('.next/required-server-files.json', 'utf8'))
process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config)
const host = process.env.HOST || 'localhost'
const port = process.env.PORT || '3000'
const next = `${process.cwd()}/node_modules/next/dist/bin/next`
// Proxies keep a connection for a minute at most. One that the desk closed first, just when a form was on its way, would lose it.
const keepsConnectionsMs = '75000'
const options = ['--hostname', host, '--port', port, '--keepAliveTimeout', keepsConnectionsMs]
process.argv = [process.argv[0], next, 'start', ...options]
await import(pathToFileURL(next).href)
