import type { ReactNode } from 'react'
import { pageLanguage } from '@/components/shell/page-language'
import { PageHeading } from '@/components/ui/section'
import type { RequestKind } from '@/domain/requests/request'

type Props = {
  kind: RequestKind
  project: { slug: string; name: string }
  /** What it is for, in a sentence or two. */
  note: string
  /** Nothing can be asked here just now; the page says why in the form's place. */
  isClosed?: boolean
  children: ReactNode
}

/** Around a short form: what it is and to whom. Once the receipt stands in the form's place, it is the only thing on the page. */
export async function RequestFormPage({ kind, project, note, isClosed = false, children }: Props) {
  const { t } = await pageLanguage()
  return (
    <div className="group/page grid gap-8">
      <div className="group-has-[#receipt]/page:hidden">
        <PageHeading
          title={t(`requestForms.${kind}`)}
          note={
            <>
              <p>
                {t.rich('requestPage.to', {
                  name: project.name,
                  note,
                  project: (name) => (
                    <a href={`/projects/${project.slug}`} className="text-accent underline">
                      {name}
                    </a>
                  ),
                })}
              </p>
              {!isClosed && <p>{t('requestPage.light')}</p>}
            </>
          }
        />
      </div>
      {children}
    </div>
  )
}
