type Page = {
  /** Fresh for each answer, at least 128 bits. */
  nonce: string
  /** Whether the person's browser reached us over HTTPS. */
  https: boolean
  /** A document for everybody, which sets its own caching and may be read from other sites. */
  isPublicDocument: boolean
  /** Bytes somebody sent, only ever saved: nothing in them may load or run. */
  isStoredFile?: boolean
  /** Sent bit by bit: compressed or changed on its way it would be held back. */
  isStream?: boolean
  /** React needs `eval` for its error messages while developing. */
  development?: boolean
}

/** The policy of a page: only scripts and style elements that carry this answer's nonce, and what they load. */
export function contentSecurityPolicy({
  nonce,
  development = false,
}: Pick<Page, 'nonce' | 'development'>): string {
  return Object.entries({
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    'style-src': `'self' 'nonce-${nonce}'`,
    // Component libraries position what floats with style attributes; an attribute cannot load or run anything.
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'object-src': "'none'",
    'frame-src': "'none'",
    'worker-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ')
}

/** The policy of a file that somebody sent. */
export const inertPolicy = "default-src 'none'; sandbox"

const streamed = 'private, no-store, no-transform'

const refusedFeatures = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
]

/** Every security header of one answer. `Referrer-Policy` is same-origin: with no-referrer browsers hide the Origin of our own forms. */
export function securityHeaders(page: Page): Record<string, string> {
  return {
    'Content-Security-Policy': page.isStoredFile ? inertPolicy : contentSecurityPolicy(page),
    'X-Frame-Options': 'DENY',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': refusedFeatures.map((feature) => `${feature}=()`).join(', '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': page.isPublicDocument ? 'cross-origin' : 'same-origin',
    ...(page.isPublicDocument ? {} : { 'Cache-Control': page.isStream ? streamed : 'no-store' }),
    ...(page.https ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
  }
}
