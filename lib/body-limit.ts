/** The largest request body taken, files included. `next.config.ts` takes its own limits from here. */
export const maxBodyBytes = 12 * 1024 * 1024

/** True when a request announces more than we take. A body without a length is cut by the server at the same size. */
export const isTooLarge = (headers: Pick<Headers, 'get'>): boolean =>
  Number(headers.get('content-length') ?? 0) > maxBodyBytes
