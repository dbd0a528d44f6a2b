// What must be true before anything else is loaded. Runs on any Node, to say which one is needed.
import { existsSync, readFileSync } from 'fs'
import { dirname, join } from 'path'
import { fileURLToPath } from 'url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

function isOlder(version, than) {
  const [major, minor] = version.split('.').map(Number)
  const [thanMajor, thanMinor] = than.split('.').map(Number)
  return major < thanMajor || (major === thanMajor && minor < thanMinor)
}

/** Says why in one sentence and ends the process. */
export function refuse(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** Goes to the project's folder; ends the process when this Node is too old or the packages are missing. */
export function preflight() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const needed = engines.node.replace(/[^\d.]/g, '')
  const present = process.versions.node
  if (isOlder(present, needed))
    refuse(
      `This needs Node ${needed} or newer, and this is Node ${present}. Install a newer one from nodejs.org and start again.`,
    )
  if (!existsSync(join(root, 'node_modules', 'next', 'package.json')))
    refuse('The packages are not installed yet. Run "npm ci", then start again.')
  process.chdir(root)
}
