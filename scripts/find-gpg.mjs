import { spawnSync } from 'node:child_process'
import { installSystemPackage } from './system-package.mjs'

const hasGpg = () => spawnSync('gpg', ['--version'], { stdio: 'ignore' }).status === 0

/** Whether GnuPG is here, after trying to install it. */
export const hasOrInstallsGpg = () => hasGpg() || (installSystemPackage('gnupg') && hasGpg())
