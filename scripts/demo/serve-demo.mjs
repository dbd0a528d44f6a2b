import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildIfStale } from '../build.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'disclosure-desk-demo-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0))

if (existsSync('.env')) process.loadEnvFile('.env')
// A demonstration touches neither the data nor the key nor the mail server of a real desk.
Object.assign(process.env, {
  DATA_FOLDER: path.join(folder, 'data'),
  MASTER_KEY_FILE: path.join(folder, 'keys', 'master.key'),
  ...{ MASTER_KEY: '', DATABASE_URL: '', SMTP_URL: '', MAIL_FROM: '', TEST_CLOCK_FILE: '' },
})

console.log('Inventing five projects and their cases …')
const seeding = seed()
await buildIfStale()
const { password, people, receipt, encrypted } = await seeding
process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM')
await import('../serve.mjs')
await answering()
console.log(`
This is a demonstration: everything in it is invented, and thrown away when you end it with Ctrl+C.

Sign in at ${address()}/sign-in with the password
  ${password}
as one of
${people.map((person) => `  ${person.address.padEnd(20)} ${person.who}`).join('\n')}

See what a reporter sees at ${address()}/receipt with the receipt
  ${receipt}

One report is encrypted: ${address()}/console/cases/${encrypted.reference}
Decrypt it there, as mei or tomas, with the team's private key (no passphrase), made for this demonstration:
  ${encrypted.privateKeyFile}
`)

/** Fills the database in a process of its own, while this one builds. */
async function seed() {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/demo/seed.ts', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const end = () => child.kill()
  process.once('exit', end)
  let said = ''
  let failed = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (failed += chunk))
  const code = await new Promise((resolve) => child.on('close', resolve))
  process.off('exit', end)
  if (code !== 0) throw new Error(`The demonstration could not be made.\n${failed}`)
  return JSON.parse(said.trim().split('\n').at(-1))
}

function address() {
  return process.env.BASE_URL || `http://localhost:${process.env.PORT || '3000'}`
}

/** Until the desk answers, so that what to do next is the last thing on the screen. */
async function answering() {
  const here = `http://${process.env.HOST || 'localhost'}:${process.env.PORT || '3000'}/api/health`
  while (
    !(await fetch(here).then(
      (answer) => answer.ok,
      () => false,
    ))
  )
    await sleep(200)
}
