'use client'

import type { Choice } from '@/components/ui/select'
import { AnnouncingFields } from './announcing-fields'
import { CalendarFields } from './calendar-fields'
import { ContactFields } from './contact-fields'
import { FixFields } from './fix-fields'
import type { PolicyValues } from './policy-values'
import { ReportFields } from './report-fields'
import { TimePromises } from './time-promises'

type Props = { values: PolicyValues; regions: readonly Choice[]; holidaysUntil: string | null }

/** Every field of a policy, part by part. */
export function PolicyFields({ values, regions, holidaysUntil }: Props) {
  return (
    <>
      <TimePromises values={values} />
      <CalendarFields values={values} regions={regions} holidaysUntil={holidaysUntil} />
      <AnnouncingFields values={values} />
      <FixFields values={values} />
      <ReportFields values={values} />
      <ContactFields values={values} />
    </>
  )
}
