import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  reactCompiler: false,
  typedRoutes: false,
  serverExternalPackages: ['@electric-sql/pglite', 'pg', 'pg-boss', 'nodemailer', '@node-rs/argon2', 'date-holidays'],
  experimental: { serverActions: { bodySizeLimit: '12mb' } },
}

export default config
