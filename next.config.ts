import type { NextConfig } from 'next'
import { maxBodyBytes } from './lib/body-limit'

const config: NextConfig = {
  poweredByHeader: false,
  // `npm run check` checks the types of everything, tests included; whoever installs the desk need not wait for it.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  reactCompiler: false,
  typedRoutes: false,
  devIndicators: false,
  agentRules: false,
  serverExternalPackages: [
    '@electric-sql/pglite',
    'pg',
    'pg-boss',
    'nodemailer',
    'imapflow',
    'mailparser',
    '@node-rs/argon2',
    'rate-limiter-flexible',
    'date-holidays',
    'openpgp',
    'file-type',
  ],
  experimental: {
    serverActions: { bodySizeLimit: maxBodyBytes },
    proxyClientMaxBodySize: maxBodyBytes,
  },
  // proxy.ts does not run for built files: they are public, never change, and only must not be sniffed.
  headers: async () => [
    {
      source: '/_next/static/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
      ],
    },
  ],
}

export default config
