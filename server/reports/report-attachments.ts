import { z } from 'zod'
import { attachments } from '@/db/schema'
import { cleanText } from '@/lib/text'
import type { Context } from '@/server/kernel/context'
import type { CaseVault } from '@/server/kernel/sealing'
import { sniffType } from './sniff-type'

export const attachmentLimits = { files: 5, bytesEach: 2 * 1024 * 1024 } as const

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`

/** Files of a form: few, small, not empty. */
export const attachmentFiles = z
  .array(
    z
      .instanceof(File, { error: 'Attach files, nothing else.' })
      .refine((file) => file.size > 0, 'This file is empty.')
      .refine((file) => file.size <= attachmentLimits.bytesEach, {
        error: ({ input }) =>
          `“${cleanText((input as File).name).slice(0, 60)}” has ${megabytes((input as File).size)}; a file may have ${megabytes(attachmentLimits.bytesEach)}. Cut it down, or paste the part that matters.`,
      }),
  )
  .max(attachmentLimits.files, `Attach at most ${attachmentLimits.files} files.`)
  .default([])

/** Stores the files sealed, in the transaction of the report or message they came with. */
export async function storeAttachments(
  context: Context,
  vault: CaseVault,
  to: { caseId: string; reportId: string; messageId: string | null },
  files: readonly File[],
): Promise<void> {
  for (const [position, file] of files.entries()) {
    const id = crypto.randomUUID()
    const place = (column: string) => ({ table: 'attachments', row: id, column })
    const content = new Uint8Array(await file.arrayBuffer())
    await context.tx.insert(attachments).values({
      ...to,
      id,
      position,
      name: vault.seal(place('name'), cleanText(file.name).slice(0, 200) || 'file'),
      content: vault.seal(place('content'), content),
      sizeBytes: file.size,
      sniffedType: await sniffType(content),
      addedAt: context.now,
    })
  }
}
