import { spawn } from 'node:child_process'
import path from 'node:path'

const bin = path.resolve('node_modules/.bin')

/**
 * Runs one program of the project and keeps quiet unless it fails: one line with its name and seconds, and on failure
 * everything it said. Resolves to `{ ok, output }`.
 */
export function runStep(name, [program, ...args], { env = {}, note = () => '' } = {}) {
  const began = Date.now()
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}`, FORCE_COLOR: '0', ...env },
    })
    let output = ''
    const keep = (chunk) => (output += chunk)
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const end = (ok) => {
      const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(6)
      console.log(`${ok ? '✓' : '✗'} ${name.padEnd(24)} ${seconds} s  ${note(ok)}`.trimEnd())
      if (!ok) console.log(output.trimEnd().replace(/^/gm, '    '))
      resolve({ ok, output })
    }
    child.on('error', (error) => {
      output += error.message
      end(false)
    })
    child.on('close', (code) => end(code === 0))
  })
}
