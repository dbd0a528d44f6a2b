import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import readline from 'node:readline'

/** A TypeScript file of test/ in a process of its own. */
export function startChild(script: string, ...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join('test', script), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ended = once(child, 'exit')
  return {
    pid: child.pid,
    /** Its next line, or null when it has ended. */
    nextLine: async (): Promise<string | null> => {
      const { done, value } = await lines.next()
      return done ? null : value
    },
    /** kill -9, and waits until it is gone. */
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
