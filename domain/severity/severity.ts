import { z } from 'zod'
import { cvssVersions } from './cvss-metric'
import { cweIdSchema } from './cwe'
import { ratings } from './rating'

/** How bad it is: a rating, the vectors it comes from (none when the project rates without CVSS), and the weaknesses. */
export const severitySchema = z.object({
  rating: z.enum(ratings),
  cvss: z.array(
    z.object({
      version: z.enum(cvssVersions),
      vector: z.string(),
      score: z.number().min(0).max(10),
      rating: z.enum(ratings),
    }),
  ),
  cwes: z.array(cweIdSchema),
})
export type Severity = z.infer<typeof severitySchema>
