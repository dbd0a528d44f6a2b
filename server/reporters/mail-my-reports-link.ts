import { z } from 'zod'
import { languageField } from '@/domain/languages/language-field'
import { spoken } from '@/domain/languages/spoken'
import { mailAddress } from '@/domain/people/mail-address'
import { command } from '@/server/kernel/command'
import { recipientHash } from '@/server/mail/mail-text'
import { sendMail } from '@/server/mail/send-mail'
import { loadInstance } from '@/server/people/load-account'
import { myReportsMail } from './mail-texts'
import { newReporterLink } from './reporter-link'

/** Mails a link that opens the place of that address. It does the same for every address, whether it has a place or not. */
export const mailMyReportsLink = command({
  name: 'reporters.mailMyReportsLink',
  input: z.object({ address: mailAddress, language: languageField }),
  may: 'come_in',
  load: loadInstance,
  run: async (context, { address, language }) => {
    const { url, tokenHash } = await newReporterLink(context, {
      purpose: 'my_reports',
      addressHash: recipientHash(address),
      reportId: null,
    })
    await sendMail(context, {
      occasion: `my-reports:${tokenHash}`,
      recipient: { name: '', address },
      ...myReportsMail(spoken(language), url),
    })
  },
})
