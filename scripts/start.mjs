// Starts the desk: builds it when needed, then serves it. This file itself runs on any Node, to say which one is needed.
import { existsSync, readFileSync } from 'fs'
import { dirname, join } from 'path'
import { fileURLToPath } from 'url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const needed = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node.replace(
  /[^\d.]/g,
  '',
)

function isOlder(version, than) {
  const [major, minor] = version.split('.').map(Number)
  const [thanMajor, thanMinor] = than.split('.').map(Number)
  return major < thanMajor || (major === thanMajor && minor < thanMinor)
}

function refuse(sentence) {
  console.error(sentence)
  process.exit(1)
}

if (isOlder(process.versions.node, needed)) {
  refuse(
    'This needs Node ' +
      needed +
      ' or newer, and this is Node ' +
      process.versions.node +
      '. Install a newer one from nodejs.org and start again.',
  )
}
if (!existsSync(join(root, 'node_modules', 'next', 'package.json'))) {
  refuse('The packages are not installed yet. Run "npm ci", then start again.')
}

process.chdir(root)
import('./serve.mjs').catch((error) => refuse(error.stack || String(error)))
