/** Where an advisory is public; its id and its project never change, so neither does this. */
export const advisoryPath = (advisory: { id: string; projectSlug: string }): string =>
  `/projects/${advisory.projectSlug}/advisories/${advisory.id}`
