import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') }

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'rules',
          include: ['{domain,lib,components}/**/*.test.{ts,tsx}'],
          environment: 'node',
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'server',
          include: ['{db,server,worker,test,scripts}/**/*.test.ts'],
          // The embedded engine's own tests say nothing about a server.
          exclude: ['node_modules/**', ...(process.env.TEST_ENGINE === 'postgres' ? ['db/embedded/**'] : [])],
          environment: 'node',
          globalSetup: ['test/global-setup.ts'],
          setupFiles: ['test/setup.ts'],
          // next-auth imports `next/server` without its extension, which plain Node does not find.
          server: { deps: { inline: ['next-auth'] } },
          // One database per worker serves all its files; no test replaces a module.
          isolate: false,
          env: {
            // The key of the tests only: 32 zero bytes seal nothing of value.
            MASTER_KEY: 'A'.repeat(43) + '=',
            DATA_FOLDER: './node_modules/.cache/disclosure-desk/never-opened',
            BASE_URL: 'http://localhost:3000',
            HOST: 'localhost',
          },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
