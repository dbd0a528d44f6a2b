import { z } from 'zod'
import { findWeaknesses as search, type Weakness } from '@/domain/severity/weakness'
import { query } from '@/server/kernel/query'
import { catalogueEdition, catalogueEntries } from './weakness-catalogue'

export interface FoundWeaknesses {
  found: Weakness[]
  edition: typeof catalogueEdition
}

const most = 25

/** Entries of the catalogue of weaknesses by number or words. The catalogue itself never goes to a browser. */
export const findWeaknesses = query({
  name: 'severity.findWeaknesses',
  input: z.object({ q: z.string().max(200).default('') }),
  may: 'look_up_weakness',
  load: async () => ({ subject: { kind: 'instance' as const } }),
  run: async (_context, { q }): Promise<FoundWeaknesses> => ({
    found: search(catalogueEntries, q, most),
    edition: catalogueEdition,
  }),
})
