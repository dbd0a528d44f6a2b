import { z } from 'zod'
import { cweIdSchema } from '@/domain/severity/cwe'
import { ratingsAlone, type RatingAlone } from '@/domain/severity/rating'
import { toInstant, type Instant } from '@/lib/instant'
import { refuse, ok, type Result } from '@/lib/result'
import { cleanText } from '@/lib/text'
import type { AlertSource, RemoteState } from './alert'

/** What an alert says, as it is stored and shown. */
export interface AlertContent {
  title: string
  description: string
  /** `pip ansible`; null: an advisory of the repository itself. */
  dependency: string | null
  /** Where the dependency is named, such as `path/to/requirements.txt`. */
  manifest: string | null
  vulnerableRange: string | null
  fixedIn: string | null
  identifiers: string[]
  cwes: string[]
  /** A CVSS vector. */
  vector: string | null
  repository: string
  /** Where GitHub shows it; null: it gave no https address. */
  url: string | null
}

/** One thing GitHub says of an alert. */
export interface AlertNews {
  source: AlertSource
  /** Its name at GitHub: `octocat/hello-world#1`. */
  external: string
  state: RemoteState
  /** When that last changed there. */
  changedAt: Instant
  /** It was closed, and is open again. */
  isReopening: boolean
  rating: RatingAlone | null
  content: AlertContent
}

const most = { line: 300, text: 30_000, list: 50 } as const
const cut = (text: string, length: number) => (text.length > length ? `${text.slice(0, length - 1)}…` : text)

const line = z.string().transform((text) => cut(cleanText(text).replace(/\s+/g, ' ').trim(), most.line))
const words = line.nullish().transform((text) => text || null)
const text = z
  .string()
  .nullish()
  .transform((given) => cut(cleanText(given ?? '').trim(), most.text))
const at = z.iso.datetime({ offset: true }).transform((instant) => toInstant(instant))
const rating = z
  .string()
  .nullish()
  .transform(
    (word): RatingAlone | null =>
      ratingsAlone.find((one) => one === (word === 'moderate' ? 'medium' : word)) ?? null,
  )
const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((items) => (items ?? []).slice(0, most.list))
const https = z
  .string()
  .nullish()
  .transform((url) => (url && URL.canParse(url) && new URL(url).protocol === 'https:' ? cut(url, 500) : null))

const advisory = {
  ghsa_id: line,
  cve_id: words,
  summary: line,
  description: text,
  severity: rating,
  cvss: z.object({ vector_string: words }).nullish(),
  cwes: list(z.object({ cwe_id: z.string() })),
}
const repository = z.object({ full_name: line.pipe(z.string().min(1)) })
const versions = z.object({
  package: z.object({ ecosystem: line, name: words }).nullish(),
  vulnerable_version_range: words,
  first_patched_version: z.union([z.object({ identifier: line }), line]).nullish(),
  patched_versions: words,
})

const dependabotPayload = z.object({
  action: z.string(),
  alert: z.object({
    number: z.number().int().positive(),
    state: z.enum(['open', 'fixed', 'dismissed', 'auto_dismissed']),
    dependency: z.object({
      package: z.object({ ecosystem: line, name: line }),
      manifest_path: words,
    }),
    security_advisory: z.object(advisory),
    security_vulnerability: versions.nullish(),
    html_url: https,
    updated_at: at,
  }),
  repository,
})

const advisoryPayload = z.object({
  action: z.string(),
  repository_advisory: z.object({
    ...advisory,
    state: z.enum(['triage', 'draft', 'published', 'closed', 'withdrawn']),
    vulnerabilities: list(versions),
    html_url: https,
    updated_at: at.nullish(),
    created_at: at.nullish(),
    published_at: at.nullish(),
  }),
  repository,
})

type Unreadable = { code: 'unreadable'; reason: string }
const unreadable = refuse<Unreadable>({
  code: 'unreadable',
  reason: 'This is not what GitHub sends for such an event.',
})

const aboutAdvisory = (given: z.infer<z.ZodObject<typeof advisory>>) => ({
  title: given.summary,
  description: given.description,
  identifiers: [given.ghsa_id, given.cve_id].flatMap((id) => id || []),
  cwes: given.cwes.flatMap(({ cwe_id }) => cweIdSchema.safeParse(cwe_id).data ?? []),
  vector: given.cvss?.vector_string ?? null,
})
const fixedIn = (given: z.infer<typeof versions> | null | undefined): string | null =>
  (typeof given?.first_patched_version === 'string'
    ? given.first_patched_version
    : given?.first_patched_version?.identifier) ??
  given?.patched_versions ??
  null

/** Actions by which a closed alert is open again. */
const reopenings = ['reopened', 'reintroduced', 'auto_reopened']

/** What a `dependabot_alert` delivery says. */
export function readDependabotAlert(payload: unknown): Result<AlertNews, Unreadable> {
  const read = dependabotPayload.safeParse(payload)
  if (!read.success) return unreadable
  const { action, alert, repository: its } = read.data
  const vulnerability = alert.security_vulnerability
  return ok({
    source: 'dependabot',
    external: `${its.full_name}#${alert.number}`,
    state: alert.state,
    changedAt: alert.updated_at,
    isReopening: reopenings.includes(action),
    rating: alert.security_advisory.severity,
    content: {
      ...aboutAdvisory(alert.security_advisory),
      dependency: `${alert.dependency.package.ecosystem} ${alert.dependency.package.name}`,
      manifest: alert.dependency.manifest_path,
      vulnerableRange: vulnerability?.vulnerable_version_range ?? null,
      fixedIn: fixedIn(vulnerability),
      repository: its.full_name,
      url: alert.html_url,
    },
  })
}

/** What a `repository_advisory` delivery says. Closed or withdrawn there is dismissed. */
export function readRepositoryAdvisory(payload: unknown): Result<AlertNews, Unreadable> {
  const read = advisoryPayload.safeParse(payload)
  if (!read.success) return unreadable
  const { repository_advisory: given, repository: its, action } = read.data
  const changedAt = given.updated_at ?? given.published_at ?? given.created_at
  if (!changedAt) return unreadable
  const [vulnerability] = given.vulnerabilities
  const of = vulnerability?.package
  return ok({
    source: 'repository_advisory',
    external: `${its.full_name}#${given.ghsa_id}`,
    state: given.state === 'closed' || given.state === 'withdrawn' ? 'dismissed' : 'open',
    changedAt,
    isReopening: reopenings.includes(action),
    rating: given.severity,
    content: {
      ...aboutAdvisory(given),
      dependency: of ? [of.ecosystem, of.name].filter(Boolean).join(' ') : null,
      manifest: null,
      vulnerableRange: vulnerability?.vulnerable_version_range ?? null,
      fixedIn: fixedIn(vulnerability),
      repository: its.full_name,
      url: given.html_url,
    },
  })
}
