import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { installSystemPackage } from './system-package.mjs'

/** Path of a Chromium on this machine: the one named by CHROMIUM_PATH, Playwright's own, or the system's; else undefined. */
export const findChromium = () =>
  [
    process.env.CHROMIUM_PATH,
    chromium.executablePath(),
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find((path) => path && existsSync(path))

/** As findChromium, after installing one when there is none: the system's package, then Playwright's download. */
export function findOrInstallChromium() {
  const found = findChromium()
  if (found) return found
  if (!installSystemPackage('chromium')) {
    spawnSync('node_modules/.bin/playwright', ['install', 'chromium'], { stdio: 'inherit' })
  }
  return findChromium()
}
