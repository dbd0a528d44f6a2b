import { portalFiles } from './portal-files'

/** The forms that pages of the portal draw, by their ids as the source names them; `open-*` where an id follows. */
export function portalForms(): string[] {
  const files = portalFiles().filter(({ path }) => path !== 'components/ui/action-form.tsx')
  return files.flatMap(({ path, source }) =>
    [...source.matchAll(/<(?:ActionForm|form)\b(?:<[^>]*>)?([^]*?)\n?\s*(?:action|onSubmit)=/g)].flatMap(
      ([, before = '']) => {
        const [, literal, made, handed] =
          /\bid=(?:"([\w-]+)"|\{`([\w-]*)\$\{[^`]*`\}|\{(id)\})/.exec(before) ?? []
        if (handed) return handedTo(path, files)
        return [literal ?? (made === undefined ? `a form without an id in ${path}` : `${made}*`)]
      },
    ),
  )
}

/** The ids given to a form that takes its id from whoever draws it. */
function handedTo(path: string, files: ReturnType<typeof portalFiles>): string[] {
  const name = path
    .replace(/^.*\/|\.tsx$/g, '')
    .replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return files.flatMap(({ source }) =>
    [...source.matchAll(new RegExp(`<${name}\\s+id="([\\w-]+)"`, 'g'))].map(([, id]) => id!),
  )
}
