import { z } from 'zod'

/** What an integer column holds, less one: the next version has to fit as well. */
const mostVersions = 2 ** 31 - 2

/** The version of something one saw before changing it, from a form or a JSON body; `least` 0 where there may be none yet. */
export const versionSeen = (least: 0 | 1 = 1) =>
  z.coerce
    .number({ error: 'Load the page again and send it from there.' })
    .int('Load the page again and send it from there.')
    .min(least, 'Load the page again and send it from there.')
    .max(mostVersions, 'Load the page again and send it from there.')
