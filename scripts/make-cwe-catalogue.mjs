// Writes server/severity/cwe-catalogue.json anew from two packages of the npm registry that carry MITRE's catalogue of weaknesses. Facts
// only: number, name, whether MITRE lets it be used to say what a vulnerability is, and how abstract it is; and the numbers and names of
// its categories and views, none of which may be used so.
//
//   npm pack @secvisogram/csaf-validator-lib cwe-sdk   (in an empty folder; unpack both)
//   node scripts/make-cwe-catalogue.mjs <folder of csaf-validator-lib> <folder of cwe-sdk> 4.17
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const [validator, sdk, version] = process.argv.slice(2)
if (!validator || !sdk || !version)
  throw new Error('Say where both packages are unpacked, and the version of the catalogue, such as 4.17.')

/** Newer than the second package; looked up in the catalogue itself. */
const newer = { 1427: 'Base', 1428: 'Base', 1429: 'Base', 1431: 'Base' }

const { default: catalogue } = await import(
  pathToFileURL(path.resolve(validator, `lib/cwec/${version}.js`)).href
)
const xml = fs.readFileSync(path.join(sdk, 'raw/cwe-archive.xml'), 'utf8')
const described = xml.matchAll(/<Weakness ID="(\d+)" Name="[^"]*" Abstraction="(\w+)"/g)
const abstractions = { ...Object.fromEntries([...described].map(([, id, of]) => [id, of])), ...newer }

const weaknesses = catalogue.weaknesses
  .map(({ id, name, usage }) => {
    const number = Number(id.slice('CWE-'.length))
    const abstraction = abstractions[number]
    if (!abstraction || !usage) throw new Error(`${id} is not described whole.`)
    return [number, name, usage, abstraction]
  })
  .sort(([a], [b]) => a - b)

const plain = (name) => name.replace(/&(amp|quot|apos|lt|gt);/g, (_, entity) => entities[entity])
const entities = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' }
const groups = [...xml.matchAll(/<(Category|View) ID="(\d+)" Name="([^"]*)"/g)]
  .map(([, kind, id, name]) => [Number(id), plain(name).trim(), kind])
  .sort(([a], [b]) => a - b)

const lines = (rows) => rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')
fs.writeFileSync(
  'server/severity/cwe-catalogue.json',
  `{\n  "version": ${JSON.stringify(version)},\n  "date": ${JSON.stringify(catalogue.date)},\n  "weaknesses": [\n${lines(weaknesses)}\n  ],\n  "groups": [\n${lines(groups)}\n  ]\n}\n`,
)
console.log(`${weaknesses.length} weaknesses of CWE ${version}, ${groups.length} entries that are none.`)
