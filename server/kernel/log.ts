/** One JSON line per entry on standard error. Facts only: never a title, a text, an address or a secret. */
export function log(
  level: 'info' | 'warn' | 'error',
  event: string,
  facts: Record<string, string | number | boolean | null> = {},
): void {
  console.error(JSON.stringify({ at: new Date().toISOString(), level, event, ...facts }))
}
