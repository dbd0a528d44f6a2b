import path from 'node:path'
import { z } from 'zod'

/** A variable is wrong. The message is one sentence: which variable, and why. */
export class EnvironmentInvalid extends Error {
  override name = 'EnvironmentInvalid'
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i

/** Whether a host name or address can be reached from this machine only. */
export const isLoopback = (host: string): boolean => loopback.test(host)

const urlOf = (text: string): URL | null => {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/** Whether every percent sign in it begins an escape. */
const isDecodable = (text: string): boolean => {
  try {
    return decodeURIComponent(text) !== ''
  } catch {
    return false
  }
}

const url = (schemes: string[]) =>
  z.string().refine((text) => schemes.includes(urlOf(text)?.protocol.replace(':', '') ?? ''), {
    message: `must be a URL that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  })

const flag = z
  .enum(['0', '1', 'false', 'true'], { message: 'must be 1 or 0' })
  .transform((text) => text === '1' || text === 'true')

const variables = z.object({
  DATABASE_URL: url(['postgres', 'postgresql'])
    .optional()
    .describe(
      'A PostgreSQL server, such as postgres://user:password@host/name. Without it the data is kept in DATA_FOLDER.',
    ),
  DATA_FOLDER: z
    .string()
    .default('./data')
    .describe('The folder of the built-in database. Only one process at a time may use it.'),
  MASTER_KEY: z
    .string()
    .optional()
    .describe('The key that seals every report: 32 random bytes in base64. Instead of MASTER_KEY_FILE.'),
  MASTER_KEY_FILE: z
    .string()
    .default('./keys/master.key')
    .describe(
      'The file with that key; made at the first start. Never inside DATA_FOLDER: one lost copy must not hold both.',
    ),
  BASE_URL: url(['http', 'https'])
    .refine(
      (text) => !urlOf(text) || (urlOf(text)?.pathname === '/' && !urlOf(text)?.search && !urlOf(text)?.hash),
      {
        message: 'must be an origin without a path, such as https://desk.example.org',
      },
    )
    .transform((text) => new URL(text).origin)
    .optional()
    .describe('Where people reach the desk; links in mail begin with it. Without it http://localhost:PORT.'),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:[\]-]+$/, 'must be a host name or an address')
    .default('localhost')
    .describe('The address to listen on: localhost for this machine only, 0.0.0.0 for every network.'),
  PORT: z.coerce
    .number('must be a port number')
    .int('must be a port number')
    .min(1, 'must be a port number from 1 to 65535')
    .max(65_535, 'must be a port number from 1 to 65535')
    .default(3000)
    .describe('The port to listen on.'),
  TRUSTED_PROXIES: z.coerce
    .number('must be a whole number, 0 when no proxy stands in front')
    .int('must be a whole number, 0 when no proxy stands in front')
    .min(0, 'must be a number from 0 to 10')
    .max(10, 'must be a number from 0 to 10')
    .default(0)
    .describe(
      'How many proxies of yours stand in front and append to X-Forwarded-For. With 0 that header is not believed.',
    ),
  SMTP_URL: url(['smtp', 'smtps'])
    .optional()
    .describe('The mail server, such as smtps://user:password@host. Without it mail is kept and not sent.'),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
      'must be an address, alone or as Name <address>',
    )
    .optional()
    .describe('The sender of the mail, such as Security team <security@example.org>.'),
  IMAP_URL: url(['imap', 'imaps'])
    .refine((text) => !urlOf(text) || (urlOf(text)?.username && urlOf(text)?.password), {
      message: 'must name user and password, such as imaps://user:password@host/INBOX',
    })
    .refine((text) => !urlOf(text) || isDecodable(text), {
      message: 'must write a % of its user, password or folder as %25',
    })
    .optional()
    .describe(
      'The mailbox that reports and answers come in by, such as imaps://user:password@host/INBOX. Without it no mail is taken in.',
    ),
  IMAP_PLUS_ADDRESSES: flag
    .default(true)
    .describe(
      'Whether mail to name+anything@host reaches name@host. 0: answers are recognised by what they answer and by who sent them.',
    ),
  NPM_REGISTRY_URL: url(['http', 'https'])
    .optional()
    .describe(
      'The npm registry that is asked whether a patch release is there, and again until the announcement, such as https://registry.npmjs.org. Without it nobody is asked.',
    ),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], { message: 'must be debug, info, warn or error' })
    .default('info')
    .describe('The least important message that is still logged.'),
  TEST_CLOCK_FILE: z
    .string()
    .optional()
    .describe(
      'For tests only: a file with the instant that counts as now. Refused unless the desk is reachable from this machine only.',
    ),
  BENCH_FLOOR: flag
    .default(false)
    .describe(
      'For measuring only: 1 adds an empty page and an empty route that the others are compared with.',
    ),
})

const checked = variables
  .transform((found) => ({ ...found, BASE_URL: found.BASE_URL ?? `http://localhost:${found.PORT}` }))
  .superRefine((found, context) => {
    const refuse = (variable: string, message: string) =>
      context.addIssue({ code: 'custom', path: [variable], message })
    if (found.SMTP_URL && !found.MAIL_FROM) refuse('MAIL_FROM', 'must be set when SMTP_URL is')
    if (isInside(found.MASTER_KEY_FILE, found.DATA_FOLDER)) {
      refuse(
        'MASTER_KEY_FILE',
        'must not be inside DATA_FOLDER, or whoever copies the data has the key to it',
      )
    }
    const onlyHere = isLoopback(found.HOST) && isLoopback(new URL(found.BASE_URL).hostname)
    if (found.TEST_CLOCK_FILE && !onlyHere) {
      refuse('TEST_CLOCK_FILE', 'is for tests, and refused unless HOST and BASE_URL are localhost')
    }
  })

export type Environment = z.output<typeof checked>

/** Every variable with what it is for, in the order of the documentation. */
export const environmentVariables = Object.entries(variables.shape).map(([name, schema]) => ({
  name,
  description: schema.description ?? '',
}))

/** The settings in `env`. An empty variable counts as absent. Throws EnvironmentInvalid on the first wrong one. */
export function readEnvironment(env: Record<string, string | undefined>): Environment {
  const given = environmentVariables.flatMap(({ name }) =>
    env[name]?.trim() ? [[name, env[name].trim()]] : [],
  )
  const found = checked.safeParse(Object.fromEntries(given))
  if (found.success) return found.data
  const [issue] = found.error.issues
  throw new EnvironmentInvalid(`The variable ${issue?.path.join('.')} ${issue?.message}.`)
}

const held = globalThis as { __environment?: Environment }

/** The settings of this process, read once. Throws EnvironmentInvalid. */
export const environment = (): Environment => (held.__environment ??= readEnvironment(process.env))

function isInside(file: string, folder: string): boolean {
  const way = path.relative(path.resolve(folder), path.resolve(file))
  return !way.startsWith('..') && !path.isAbsolute(way)
}
