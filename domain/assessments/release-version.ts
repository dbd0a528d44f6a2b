import semver from 'semver'
import { z } from 'zod'
import { shortText } from '@/lib/text'

/** A version as semver writes it: `v2.5.0` is 2.5.0. */
export const releaseVersion = shortText(64, 'Write the version of the release.').transform(
  (text, context) => {
    const version = semver.valid(text)
    if (version !== null) return version
    context.addIssue({
      code: 'custom',
      message: 'Write a version like 2.5.0 or 3.0.0-rc.1.',
      input: text,
    })
    return z.NEVER
  },
)
