interface News {
  /** What a mail and the list of notifications say: no more than that there is news. */
  says: string
  /** When it comes, for whoever chooses. */
  when: string
  /** Unless a person chose otherwise. */
  usual: Channels
}

/** How a person is told. */
export interface Channels {
  console: boolean
  mail: boolean
}

const both = { console: true, mail: true }

const news = (says: string, when: string, usual: Channels = both): News => ({ says, when, usual })

/** Everything a person of the team is told: about cases, about requests, and about what reporters are offered. */
export const teamNews = {
  report_received: news('A new report arrived', 'In your projects, while nobody answers for the case.'),
  reports_held: news(
    'Reports are held until somebody looks',
    'In your projects as a lead: so many reports came within an hour, or senders are checked. Once, by the first that is held.',
  ),
  case_moved: news('A case came from another project', 'A case of another project belongs to yours.'),
  handler_assigned: news(
    'You are the primary handler of a case',
    'Somebody assigns a case or hands it over to you.',
  ),
  case_taken: news(
    'A case is no longer yours',
    'Somebody else answers for it now, or an assignment to you was taken back.',
  ),
  put_on_case: news('You were put on a case', 'By name: on a restricted case, or as a collaborator.'),
  reporter_replied: news('The reporter wrote', 'An answer or a new message.'),
  reporter_reminded: news(
    'The reporter asks you to answer',
    'A promise is overdue, and the reporter pressed the button.',
  ),
  promise_near: news(
    'A promise is due soon',
    'In the last quarter of its time, at most three days before. Once for each promise of your cases, and of cases that nobody answers for.',
  ),
  promise_broken: news(
    'A promise is overdue',
    'First the handler hears of it, 12 hours later the leads, after a day the owners. Who is last in that line always gets the mail.',
  ),
  task_given: news('A task was given to you', 'Somebody names you as the owner of a task on a case.'),
  task_overdue: news('A task is overdue', 'A task of yours on a case, or one of your case that nobody owns.'),
  reporter_terms_changed: news('The reporter changed their terms', 'Their own date, credit or conditions.'),
  personal_data_seen: news(
    'The reporter came across personal data',
    'Personal data of others, which may have to be reported.',
  ),
  embargo_proposed: news('The reporter wrote about the embargo date', 'A proposal, or the answer to yours.'),
  report_withdrawn: news('The reporter withdrew their report', 'They may say why in the conversation.'),
  fix_verified: news('The reporter verified a fix', 'It holds for them.'),
  fix_failed: news('The reporter says that a fix does not hold', 'The line is worked on again.'),
  release_yanked: news('A patch release was taken back', 'Its line is open again, and a schedule may stop.'),
  release_changed: news(
    'The registry says something new about a patch release',
    'It is not there, it was deprecated, or its content changed.',
  ),
  approval_wanted: news(
    'An advisory waits for your approval',
    'It is complete, or scheduled, and the policy asks for a second maintainer. Once, and again after an approved one was changed.',
  ),
  schedule_suspended: news(
    'An announcement did not go out: a gate is closed',
    'It waits until you schedule it again.',
  ),
  announced: news('An advisory was published', 'The announcement of a case of yours went out.'),
  upstream_silent: news(
    'An upstream has not answered yet',
    'On the date on which you wanted to be reminded.',
  ),
  testing_asked: news('Somebody asks before testing', 'In your projects.'),
  policy_suggested: news('Somebody suggests a change to the policy', 'In your projects.'),
  backport_asked: news('Somebody asks for a backport', 'For a release line of your projects.'),
  evidence_added: news(
    'A backport request now shows more',
    'Whoever asked added what breaks, or a demonstration.',
  ),
  alert_arrived: news(
    'GitHub tells of a new alert',
    'In your projects. No more of a project until you have looked at the alerts.',
  ),
  mail_waits: news(
    'Incoming mail waits for you',
    'For owners: a mail is held, failed or ignored, or a mail of ours came back. Once, until you have read it.',
  ),
  absence_changed: news(
    'Somebody else said when you are away',
    'A lead of yours or an owner set your absence, or ended it.',
  ),
  key_expires: news('An OpenPGP key expires', '30, 7 and 1 days before, and when it has.'),
  signature_lapsed: news(
    'The signed security.txt needs a new signature',
    '30, 7 and 1 days before it expires; and when it is not served any more, as it has, as its key is gone, or as it no longer says what stands in the policy.',
  ),
} as const satisfies Record<string, News>

export type TeamNews = keyof typeof teamNews
export const teamNewsKinds = Object.keys(teamNews) as [TeamNews, ...TeamNews[]]

/** How a person is told of this: as they chose, else as usual. Who is last to hear of a broken promise is always written to. */
export function channelsOf(
  kind: TeamNews,
  chosen: Channels | undefined,
  { isLastToHear = false }: { isLastToHear?: boolean } = {},
): Channels {
  const wanted = chosen ?? teamNews[kind].usual
  return kind === 'promise_broken' && isLastToHear ? { console: true, mail: true } : wanted
}

/** Nobody is told of what they did themselves, but of what it led to: an announcement that will not go out now. */
export const isToldOfOwnAct = (kind: TeamNews): boolean => kind === 'schedule_suspended'
