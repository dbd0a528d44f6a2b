import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { installSystemPackage } from './system-package.mjs'

function hasPostgres() {
  const versions = '/usr/lib/postgresql'
  const folders = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    ...(existsSync(versions) ? readdirSync(versions).map((version) => `${versions}/${version}/bin`) : []),
  ]
  return folders.some((folder) => existsSync(path.join(folder, 'initdb')))
}

/** Whether the programs of a PostgreSQL server are here, after trying to install them. */
export const hasOrInstallsPostgres = () =>
  hasPostgres() || (installSystemPackage('postgresql') && hasPostgres())
