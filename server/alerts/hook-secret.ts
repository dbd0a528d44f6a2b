/** Where the secret of a project's hook is sealed. */
export const hookSecretPlace = (projectId: string) => ({
  table: 'github_hooks',
  row: projectId,
  column: 'secret',
})
