/**
 * The house rules of docs/architecture.md: every import points down a floor. No exceptions.
 */
const ours = '^(lib|domain|db|server|components|app|worker|scripts|test|e2e)/'
/** A file of `from` may import, of our own code, only what matches `allowed`. */
const only = (from, allowed) => ({
  name: `${from}-imports-only-down`,
  comment: `See "Who may import whom" in docs/architecture.md.`,
  severity: 'error',
  from: { path: `^${from}/`, pathNot: '\\.(test|spec)\\.tsx?$' },
  to: { path: ours, pathNot: allowed },
})

module.exports = {
  forbidden: [
    only('lib', '^lib/'),
    only('domain', '^(domain|lib)/'),
    only('db', '^(db|domain|lib)/'),
    only('server', '^(server|db|domain|lib)/'),
    {
      name: 'components-draw-only',
      comment: 'Components call actions and import types; they never load data.',
      severity: 'error',
      from: { path: '^components/', pathNot: '\\.(test|spec)\\.tsx?$' },
      to: {
        path: ours,
        pathNot: '^(components|domain|lib)/|^server/[^/]+/actions\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'components-never-see-the-database',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(db|app)/' },
    },
    {
      name: 'ui-knows-no-word-of-this-product',
      severity: 'error',
      from: { path: '^components/ui/' },
      to: { path: ours, pathNot: '^(components/ui|lib)/' },
    },
    only('app', '^(app|server|components|domain|lib)/'),
    {
      name: 'routes-keep-their-private-parts',
      severity: 'error',
      from: { path: '^app/(.+)/[^/]+$' },
      to: { path: '/_[^/]+/', pathNot: '^app/$1/' },
    },
    only('worker', '^(worker|server/(jobs|kernel)|lib)/'),
    {
      name: 'rules-do-no-input-or-output',
      severity: 'error',
      from: { path: '^domain/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'next-auth-stays-in-server-auth',
      severity: 'error',
      from: { pathNot: '^server/auth/' },
      to: { path: 'node_modules/(next-auth|@auth)/' },
    },
    {
      name: 'drivers-stay-in-db',
      severity: 'error',
      from: { pathNot: '^(db|test|scripts)/' },
      to: { path: 'node_modules/(@electric-sql/pglite|pg)/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
