import { environment } from './environment'

const importance = { debug: 0, info: 1, warn: 2, error: 3 } as const

/**
 * One JSON line per entry on standard error, unless LOG_LEVEL asks for more important ones only. Facts only: never a title,
 * a text, an address or a secret.
 */
export function log(
  level: 'info' | 'warn' | 'error',
  event: string,
  facts: Record<string, string | number | boolean | null> = {},
): void {
  if (importance[level] < importance[environment().LOG_LEVEL]) return
  console.error(JSON.stringify({ at: new Date().toISOString(), level, event, ...facts }))
}
