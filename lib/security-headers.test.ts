import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, securityHeaders } from './security-headers'

const directives = (policy: string) =>
  new Map(policy.split('; ').map((one) => [one.slice(0, one.indexOf(' ')), one.slice(one.indexOf(' ') + 1)]))

describe('the content security policy', () => {
  const policy = directives(contentSecurityPolicy({ nonce: 'abc' }))

  it('runs only scripts that carry the nonce and what they load', () =>
    expect(policy.get('script-src')).toBe("'self' 'nonce-abc' 'strict-dynamic'"))
  it('takes style elements with the nonce only, and style attributes', () => {
    expect(policy.get('style-src')).toBe("'self' 'nonce-abc'")
    expect(policy.get('style-src-attr')).toBe("'unsafe-inline'")
  })
  it.each([
    ['frame-ancestors', "'none'"],
    ['object-src', "'none'"],
    ['base-uri', "'none'"],
    ['form-action', "'self'"],
    ['connect-src', "'self'"],
    ['img-src', "'self' data:"],
  ])('%s is %s', (directive, sources) => expect(policy.get(directive)).toBe(sources))
  it('allows eval while developing only', () => {
    expect(contentSecurityPolicy({ nonce: 'abc', development: true })).toContain("'unsafe-eval'")
    expect([...policy.values()].join()).not.toContain('unsafe-eval')
  })
})

describe('the headers of an answer', () => {
  const page = { nonce: 'abc', https: false, isPublicDocument: false }

  it('keep everything private out of every cache', () =>
    expect(securityHeaders(page)['Cache-Control']).toBe('no-store'))
  it('let nothing load or run in a file that somebody sent', () =>
    expect(securityHeaders({ ...page, isStoredFile: true })['Content-Security-Policy']).toBe(
      "default-src 'none'; sandbox",
    ))
  it('leave the caching of a public document to the document', () => {
    const headers = securityHeaders({ ...page, isPublicDocument: true })
    expect(headers).not.toHaveProperty('Cache-Control')
    expect(headers['Cross-Origin-Resource-Policy']).toBe('cross-origin')
  })
  it('pin HTTPS only when served over HTTPS', () => {
    expect(securityHeaders(page)).not.toHaveProperty('Strict-Transport-Security')
    expect(securityHeaders({ ...page, https: true })['Strict-Transport-Security']).toMatch(
      /^max-age=63072000/,
    )
  })
  it('refuse frames, sniffing and referrers to others', () =>
    expect(securityHeaders(page)).toMatchObject({
      'X-Frame-Options': 'DENY',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'same-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
    }))
})
