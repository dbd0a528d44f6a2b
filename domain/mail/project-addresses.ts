import { z } from 'zod'
import { mailAddress } from '@/domain/people/mail-address'

const most = 10

/** Addresses of a project as a form holds them, one on each line; in lower case, each once, in the order given. */
export const projectAddresses = z
  .string()
  .default('')
  .transform((text) => [...new Set(text.split(/[\s,;]+/).filter((one) => one !== ''))])
  .pipe(
    z
      .array(z.string())
      .max(most, `Give at most ${most} addresses.`)
      .superRefine((addresses, context) => {
        for (const address of addresses)
          if (!mailAddress.safeParse(address).success)
            context.addIssue({
              code: 'custom',
              message: `“${address.slice(0, 60)}” is no mail address. One looks like security@example.org.`,
            })
          else if (/\+[^@]*@/.test(address))
            context.addIssue({
              code: 'custom',
              message: `“${address.slice(0, 60)}” has a + in it. Give the address without it: what stands behind the + is ours to use.`,
            })
      }),
  )
  .transform((addresses) => [...new Set(addresses.map((address) => address.toLowerCase()))])
