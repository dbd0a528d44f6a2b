import { mappingUsages, type MappingUsage, type Weakness } from '@/domain/severity/weakness'
import catalogue from './cwe-catalogue.json'

/** Which edition of MITRE's catalogue the desk knows; scripts/make-cwe-catalogue.mjs brings a newer one. */
export const catalogueEdition: { version: string; date: string } = {
  version: catalogue.version,
  date: catalogue.date,
}

const usageOf = (text: unknown): MappingUsage => {
  const usage = mappingUsages.find((known) => known === String(text).toLowerCase().replaceAll('-', '_'))
  if (!usage) throw new Error('The catalogue of weaknesses says something unknown.')
  return usage
}

/** Every weakness of the catalogue, by number. */
export const weaknesses: readonly Weakness[] = catalogue.weaknesses.map(
  ([number, name, usage, abstraction]) => ({
    id: `CWE-${number}`,
    name: String(name),
    usage: usageOf(usage),
    abstraction: String(abstraction).toLowerCase() as Weakness['abstraction'],
  }),
)

/** Its categories and views: they have numbers like weaknesses, and are none. */
const groups: readonly Weakness[] = catalogue.groups.map(([number, name, kind]) => ({
  id: `CWE-${number}`,
  name: String(name),
  usage: 'prohibited',
  abstraction: String(kind).toLowerCase() as Weakness['abstraction'],
}))

/** Everything that has a number. */
export const catalogueEntries: readonly Weakness[] = [...weaknesses, ...groups]

const byId = new Map(catalogueEntries.map((entry) => [entry.id, entry]))

/** Those of the ids that the catalogue knows, in their order. */
export const knownWeaknesses = (ids: readonly string[]): Weakness[] => ids.flatMap((id) => byId.get(id) ?? [])
