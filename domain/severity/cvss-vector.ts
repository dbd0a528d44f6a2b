import { refuse, ok, type Result } from '@/lib/result'
import { baseMetrics, cvssMetrics } from './cvss-metrics'
import { cvssVersions, type CvssMetric, type CvssVersion } from './cvss-metric'

export interface CvssRefusal {
  code: 'prefix' | 'shape' | 'unknown_metric' | 'bad_value' | 'duplicate' | 'order' | 'missing'
  /** The metric to look at, as it stands in the vector; null when the whole vector is meant. */
  metric: string | null
  /** What is wrong and how to mend it, for a person. */
  reason: string
}

export interface CvssVector {
  version: CvssVersion
  /** Value per metric, without those left open (`X`). */
  values: Readonly<Record<string, string>>
  /** The canonical text: prescribed order, `X` left out. */
  vector: string
}

const quote = (text: string) => (text.length > 20 ? `“${text.slice(0, 20)}…”` : `“${text}”`)

const refusal = (code: CvssRefusal['code'], metric: string | null, reason: string) =>
  refuse<CvssRefusal>({ code, metric, reason })

const listed = (values: readonly string[]) =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`

/** The canonical text of the values given: prescribed order, `X` left out. It does not check; `parseCvssVector` does. */
export function writeCvssVector(
  version: CvssVersion,
  values: Readonly<Record<string, string | undefined>>,
): string {
  const parts = cvssMetrics[version].flatMap(({ metric }) => {
    const value = values[metric]
    return value === undefined || value === 'X' ? [] : [`${metric}:${value}`]
  })
  return [`CVSS:${version}`, ...parts].join('/')
}

const calculatorLink = /^https?:\/\/(?:www\.)?first\.org\/cvss\/[^\s#]{0,100}#(\S{1,500})$/i

/** The vector in what somebody pasted: without space around it, and out of a link to the calculator of FIRST. */
export function vectorIn(pasted: string): string {
  const text = pasted.trim()
  return calculatorLink.exec(text)?.[1] ?? text
}

function checkPart(
  part: string,
  metrics: ReadonlyMap<string, CvssMetric>,
  version: CvssVersion,
): Result<null, CvssRefusal> {
  const [name = '', value, ...rest] = part.split(':')
  if (part === '') return refusal('shape', null, 'There is an empty part: remove the slash too many.')
  if (value === undefined || rest.length > 0) {
    return refusal('shape', null, `${quote(part)} is not a metric and its value: write it like AV:N.`)
  }
  const metric = metrics.get(name)
  if (!metric) {
    const meant = metrics.has(name.trim().toUpperCase())
      ? ` Write it ${name.trim().toUpperCase()}.`
      : ' Remove it.'
    return refusal(
      'unknown_metric',
      name.slice(0, 20),
      `CVSS ${version} has no metric ${quote(name)}.${meant}`,
    )
  }
  const values = metric.values.map((known) => known.value)
  if (!values.includes(value)) {
    return refusal(
      'bad_value',
      name,
      `${name} (${metric.label}) cannot be ${quote(value)}: use ${listed(values)}.`,
    )
  }
  return ok(null)
}

/**
 * Reads a CVSS 4.0 or 3.1 vector strictly: known metrics and values, none twice, all base metrics; in 4.0 the order counts too.
 * `CVSS:3.1/AV:N/AC:L` is refused for want of PR. Sources: FIRST, CVSS v4.0 section 7 and v3.1 section 6.
 */
export function parseCvssVector(text: string): Result<CvssVector, CvssRefusal> {
  const version = cvssVersions.find((known) => text.startsWith(`CVSS:${known}/`))
  if (!version) {
    return refusal(
      'prefix',
      null,
      `A vector starts with CVSS:4.0/ or CVSS:3.1/, this one with ${quote(text.slice(0, 9))}.`,
    )
  }
  const metrics = new Map(cvssMetrics[version].map((metric) => [metric.metric, metric]))
  const order = [...metrics.keys()]
  const values: Record<string, string> = {}
  let last = -1
  for (const part of text.slice(`CVSS:${version}/`.length).split('/')) {
    const checked = checkPart(part, metrics, version)
    if (!checked.ok) return checked
    const [name = '', value = ''] = part.split(':')
    if (Object.hasOwn(values, name)) {
      return refusal('duplicate', name, `${name} stands there twice: keep one of them.`)
    }
    const position = order.indexOf(name)
    if (version === '4.0' && position < last) {
      return refusal('order', name, `${name} comes too late: in CVSS 4.0 it stands before ${order[last]}.`)
    }
    last = position
    values[name] = value
  }
  const missing = baseMetrics(version).find(({ metric }) => values[metric] === undefined)
  if (missing) {
    const choice = listed(missing.values.map(({ value }) => `${missing.metric}:${value}`))
    return refusal(
      'missing',
      missing.metric,
      `${missing.metric} (${missing.label}) is missing: add ${choice}.`,
    )
  }
  const defined = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== 'X'))
  return ok({ version, values: defined, vector: writeCvssVector(version, defined) })
}
