export const assessmentsHref = (slug: string): string => `/console/projects/${slug}/assessments`

export const assessmentHref = (slug: string, id: string): string => `${assessmentsHref(slug)}/${id}`
