import type { JobName } from '@/server/jobs/job-data'

/** What each job does, in the words of the console. */
const words: Record<JobName, string> = {
  'advisories.publish': 'Publish an advisory',
  'backports.check': 'Ask the registry about a release',
  'backports.sweep': 'Ask the registry about all releases again',
  'cases.welcome': 'Greet a reporter and tell the team',
  'cases.escalate': 'Escalate a broken promise',
  'cases.sweep': 'Look for what time has changed',
  'digests.send': 'Make the digests of a morning',
  'digests.sweep': 'Look whose morning it is',
  'encryption.sweep': 'Look after the OpenPGP keys',
  'mail.send': 'Send a mail',
  'mail.recover': 'Look after an interrupted mail',
  'mail.sweep': 'Look for unsent mail',
  'incoming.take': 'Read a mail that came in',
  'incoming.sweep': 'Look for unread mail',
  'people.sweep': 'Clear expired sessions and links',
  'search.sweep': 'Make older cases findable',
  'upstreams.chase': 'Remind of an upstream that has not answered',
}

export const jobWords = (name: string): string => words[name as JobName] ?? name
