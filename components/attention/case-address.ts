/** Where a part of a case is asked for. */
export const caseAddress = (reference: string, part: string): string =>
  `/api/v1/cases/${encodeURIComponent(reference)}/${part}`
