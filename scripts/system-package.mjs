import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const apt = (...args) =>
  spawnSync('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    .status === 0

/** Installs a package of Debian when this is Debian and we may; false when not. */
export function installSystemPackage(name) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false
  console.log(`Installing ${name} …`)
  return apt('update', '-q') && apt('install', '-qy', '--no-install-recommends', name)
}
