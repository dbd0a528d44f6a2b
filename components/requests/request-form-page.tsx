import type { ReactNode } from 'react'
import { PageHeading } from '@/components/ui/section'
import { requestForms, type RequestKind } from '@/domain/requests/request'

type Props = {
  kind: RequestKind
  project: { slug: string; name: string }
  /** What it is for, in a sentence or two. */
  note: string
  children: ReactNode
}

/** Around a short form: what it is and to whom. Once the receipt stands in the form's place, it is the only thing on the page. */
export function RequestFormPage({ kind, project, note, children }: Props) {
  return (
    <div className="group/page grid gap-8">
      <div className="group-has-[#receipt]/page:hidden">
        <PageHeading
          title={requestForms[kind].title}
          note={
            <p>
              To{' '}
              <a href={`/projects/${project.slug}`} className="text-accent underline">
                {project.name}
              </a>
              . {note}
            </p>
          }
        />
      </div>
      {children}
    </div>
  )
}
