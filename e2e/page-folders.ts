import fs from 'node:fs'

/** A page that is there only while the bench runs. */
const asideFromPeople = '/floor'

/** The folder of every page as the router names it, `/console/cases/[case]`, the most exact one first. */
function pageFolders(): string[] {
  const files = fs.readdirSync('app', { recursive: true, encoding: 'utf8' })
  const dynamics = (folder: string) => folder.split('[').length
  return files
    .filter((file) => /(?:^|\/)page\.tsx$/.test(file))
    .map((file) => `/${file}`.replace(/\/\([^)]+\)/g, '').replace(/\/page\.tsx$/, '') || '/')
    .filter((folder) => folder !== asideFromPeople)
    .sort((a, b) => dynamics(a) - dynamics(b))
}

const patternOf = (folder: string) => new RegExp(`^${folder.replace(/\[[^\]]+\]/g, '[^/]+')}$`)

/** The folders of pages, of the console or of all others, that none of these addresses opens. */
export function unvisited(part: 'console' | 'portal', addresses: Iterable<string>): string[] {
  const folders = pageFolders()
  const visited = new Set(
    [...addresses].map((address) => {
      const path = address.replace(/[? ].*/, '')
      return folders.find((folder) => patternOf(folder).test(path))
    }),
  )
  return folders.filter(
    (folder) => /^\/console(?:\/|$)/.test(folder) === (part === 'console') && !visited.has(folder),
  )
}
