interface Asked {
  project: string
  from?: string
  until?: string
}

/** Where the numbers of a project stand. */
export const numbersHref = ({ project, from, until }: Asked): string =>
  `/console/numbers?${new URLSearchParams({ project, ...(from && { from }), ...(until && { until }) })}`

/** The same as a file for a spreadsheet. */
export const numbersCsvHref = ({ project, from = '', until = '' }: Asked): string =>
  `/api/v1/projects/${project}/numbers.csv?${new URLSearchParams({ from, until })}`
