import { PackageURL } from 'packageurl-js'
import { z } from 'zod'

/** A package as a person reads it. */
export interface NamedPackage {
  purl: string
  /** Package type of the purl: npm, pypi, maven … */
  ecosystem: string
  /** Namespace and name as the ecosystem writes them: `@scope/name`, `group/name`. */
  name: string
}

/** Reads a package URL, or null when the text is none. */
export function namedPackage(purl: string): NamedPackage | null {
  try {
    const { type, namespace, name } = PackageURL.fromString(purl)
    if (!type || !name) return null
    return { purl, ecosystem: type, name: namespace ? `${namespace}/${name}` : name }
  } catch {
    return null
  }
}

/**
 * The canonical package URL (purl-spec) of a package as such: without version, qualifiers and subpath, because a project
 * names what it ships and its release lines name the versions. null when the text is no package URL or says more.
 */
export function canonicalPackage(text: string): string | null {
  try {
    const { type, namespace, name, version, qualifiers, subpath } = PackageURL.fromString(text.trim())
    if (!type || !name || version || subpath || Object.keys(qualifiers ?? {}).length > 0) return null
    return new PackageURL(type, namespace, name, undefined, undefined, undefined).toString()
  } catch {
    return null
  }
}

/** Package URLs: a list, or a text with one on each line. Canonical, each once. */
export const packageUrls = z
  .union([
    z.array(z.string().max(500)),
    z
      .string()
      .max(20_000)
      .transform((text) => text.split('\n')),
  ])
  .default([])
  .transform((lines) => lines.map((line) => line.trim()).filter((line) => line !== ''))
  .pipe(z.array(z.string()).max(50, 'Name at most 50 packages.'))
  .transform((lines, check) => {
    const wrong = lines.filter((line) => canonicalPackage(line) === null)
    if (wrong.length > 0) {
      check.addIssue({
        code: 'custom',
        message: `“${wrong[0]!.slice(0, 80)}” is no package URL without a version. Write one on each line, such as pkg:npm/%40marmotte/core.`,
      })
    }
    return [...new Set(lines.map((line) => canonicalPackage(line) ?? line))]
  })
