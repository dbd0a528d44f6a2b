import {
  acknowledges,
  approves,
  asks,
  audits,
  classifies,
  confirms,
  corrects,
  drafts,
  reports,
  resolves,
  responds,
  schedules,
  timePasses,
  writes,
} from '../acts'
import { affected, notAffected, releases, works } from '../line-acts'
import { together, type Story } from '../play'

const project = 'art-of-tech'

/** The team waits for the reporter. Its receipt is printed at the start of the demonstration. */
export const cliTokens: Story = {
  name: 'cli-tokens',
  project,
  course: [
    [
      '3d',
      reports({
        title: 'The command line keeps tokens after signing out',
        description:
          'After signing out of the command line the file with the tokens is emptied, but a copy of it stays in the folder for temporary files and still works for a day.',
        impact: 'Whoever uses the same machine afterwards signs in as the person before.',
        reproduction:
          'Sign in, sign out, look for a file that begins with host-session in the folder for temporary files, and use what is in it.',
        contactName: 'Lena Fuchs',
        contactEmail: 'lena@example.org',
      }),
    ],
    ['2d 20h', acknowledges('jonas')],
    ['2d 19h', writes('jonas', 'Thank you for writing to us. I look after this from now on.')],
    [
      '2d',
      asks(
        'jonas',
        'On our machines the copy is removed when the command ends. Which operating system do you use, and does the command end normally?',
      ),
    ],
  ],
}

/** Known, documented, and meant to be so. */
const pluginRuns: Story = {
  name: 'plugin-runs',
  project,
  course: [
    [
      '34d',
      reports({
        title: 'A plugin can read every file of the build',
        description:
          'I wrote a plugin that reads the files of the user who runs the build and sends them to a server of mine. The host does nothing to prevent it and asks nobody.',
        impact: 'Every plugin reads everything.',
        contactName: 'Oskar Lehm',
        contactEmail: 'oskar@example.org',
      }),
    ],
    ['33d 6h', acknowledges('aisha')],
    [
      '32d',
      resolves('aisha', {
        kind: 'unsafe_by_design',
        explanation:
          'A plugin is code that you choose to run, with the rights of the build. We cannot fence it in and say so where plugins are described. If you found a way to run a plugin that nobody chose, please tell us.',
        documentedAt: 'https://docs.example.org/art-of-tech/plugins#trust',
      }),
    ],
  ],
}

/** Confirmed; the work begins next. */
const themePath: Story = {
  name: 'theme-path',
  project,
  course: [
    [
      '6d',
      reports({
        title: 'Error pages show the full path of the theme',
        description:
          'When a theme fails to load, the error page shows the full path of the file on the server, with the name of the account that runs it.',
        impact: 'Outsiders learn names of accounts and folders.',
        contactName: 'Imre Szabo',
        contactEmail: 'imre@example.org',
      }),
    ],
    ['5d 20h', acknowledges('aisha')],
    [
      '5d',
      responds(
        'aisha',
        'Small, but true.',
        'We show the name of the theme alone. It goes into the next patch of each line.',
      ),
    ],
    [
      '4d',
      together(
        classifies('aisha', { vector31: 'CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N', cwes: 'CWE-209' }),
        affected('aisha', 'main'),
        affected('aisha', '5.x'),
        affected('aisha', '4.x'),
        notAffected('aisha', '3.x', 'vulnerable_code_not_present'),
        notAffected('aisha', '2.x', 'vulnerable_code_not_present'),
        confirms('aisha', 'Renamed a template of a theme on 5.3.0 and opened a page.'),
      ),
    ],
  ],
}

/** Announced two months ago, and corrected once. */
const hostHeaders: Story = {
  name: 'host-headers',
  project,
  course: [
    [
      '95d',
      reports({
        title: 'The preview server answers for any host name',
        description:
          'The preview server does not look at the host name it is asked for. A page elsewhere whose name is pointed at the local address reads unpublished pages through the browser of an author.',
        impact: 'Pages that are not published yet are read from outside.',
        contactName: 'Marisol Vega',
        contactEmail: 'marisol@example.org',
      }),
    ],
    ['94d', acknowledges('jonas')],
    [
      '92d',
      responds(
        'jonas',
        'We could read a draft that way.',
        'The server will answer for its own names only. We tell you when the patches are out.',
      ),
    ],
    [
      '91d',
      together(
        classifies('jonas', {
          vector40: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:P/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N',
          cwes: 'CWE-346',
        }),
        affected('jonas', 'main', { work: 'in_progress' }),
        affected('jonas', '5.x', { work: 'in_progress' }),
        affected('jonas', '4.x'),
        affected('jonas', '3.x'),
        notAffected('jonas', '2.x', 'component_not_present'),
        confirms('jonas', 'With a name of our own that pointed at the local address, on 5.1.2.'),
      ),
    ],
    ['80d', writes('jonas', 'The fix is ready. The oldest line takes a little longer.')],
    [
      '75d',
      audits(
        'aisha',
        'Every server we ship that listens on the local address.',
        'The playground of the documentation had the same gap and was closed.',
      ),
    ],
    [
      '72d',
      together(
        works('jonas', 'main', 'merged'),
        releases('jonas', '5.x', '5.1.3'),
        releases('jonas', '4.x', '4.8.11'),
      ),
    ],
    ['70d', releases('jonas', '3.x', '3.14.2')],
    [
      '66d',
      drafts('jonas', {
        title: 'The preview server answers for any host name',
        summary:
          'The preview server did not check the name it was asked for, so that pages elsewhere could read from it.',
        impact: 'Pages that are not published yet can be read while an author has the preview open.',
        actions: 'Update to 5.1.3, 4.8.11 or 3.14.2.',
        cveId: 'CVE-2026-99990009',
        creditDecision: 'as_in_ledger',
      }),
    ],
    ['64d', approves('aisha')],
    ['63d', schedules('jonas', '60d')],
    ['60d', timePasses],
    [
      '50d',
      together(
        drafts('jonas', {
          title: 'The preview server answers for any host name',
          summary:
            'The preview server did not check the name it was asked for, so that pages elsewhere could read from it.',
          impact: 'Pages that are not published yet can be read while an author has the preview open.',
          actions:
            'Update to 5.1.3, 4.8.11 or 3.14.2. Behind a proxy, name your hosts in the option allowedHosts.',
          cveId: 'CVE-2026-99990009',
          creditDecision: 'as_in_ledger',
        }),
        corrects('jonas', 'Added what to do behind a proxy.'),
      ),
    ],
  ],
}

export const artOfTechStories = [cliTokens, pluginRuns, themePath, hostHeaders]
