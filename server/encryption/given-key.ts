import { z } from 'zod'
import { invalid } from '@/server/kernel/problem'
import { keyLimitBytes } from './read-public-key'

/** A key as a form gives it: pasted, or as a file. */
export const keyField = {
  key: z
    .string()
    .max(keyLimitBytes, `A key may have ${keyLimitBytes / 1024} kB.`)
    .optional(),
  keyFile: z
    .instanceof(File, { error: 'Choose a file, or paste the key.' })
    .refine((file) => file.size <= keyLimitBytes, `A key may have ${keyLimitBytes / 1024} kB.`)
    .optional(),
}

/** What was pasted, else what was chosen. */
export async function givenKey({
  key = '',
  keyFile,
}: {
  key?: string
  keyFile?: File
}): Promise<string | Uint8Array> {
  if (key.trim() !== '') return key
  if (!keyFile) throw invalid({ key: ['Paste the key, or choose its file.'] })
  return new Uint8Array(await keyFile.arrayBuffer())
}
