import {
  acknowledges,
  approves,
  assigns,
  audits,
  classifies,
  confirms,
  drafts,
  notes,
  reports,
  responds,
  restricts,
  schedules,
  schedulesWhenFitting,
  tags,
  thanks,
  timePasses,
  writes,
} from '../acts'
import { asksBeforeTesting, suggests } from '../asker-acts'
import { setsTask, wordsReleaseNote } from '../fix-acts'
import { affected, fixesAfterAll, notAffected, releases, willNotFix, works, yanks } from '../line-acts'
import { together, type Story } from '../play'
import { replies } from '../reporter-acts'

const project = 'marmotte'

/** Patched everywhere, approved, and waiting for its moment. */
export const archive: Story = {
  name: 'archive',
  project,
  course: [
    [
      '33d',
      reports({
        title: 'Archive import writes outside the upload folder',
        description:
          'When an archive is imported, the names of its entries are joined to the upload folder without being checked. An entry whose name climbs out of the folder is written where the name points, with the rights of the server.',
        impact: 'Anyone who may import archives overwrites files of the server, its configuration included.',
        reproduction:
          'Make an archive with one entry named ../../marker.txt and import it as an editor. The file appears two folders above the uploads.',
        suggestedFix: 'Resolve each name and refuse it unless it lies below the folder.',
        affectedVersions: '1.0.0 to 1.2.5',
        contactName: 'Ilse Brandt',
        contactEmail: 'ilse@example.org',
      }),
    ],
    ['32d 6h', acknowledges('mei')],
    ['32d 5h', tags('mei', 'file handling')],
    [
      '20d',
      asksBeforeTesting(
        {
          what: 'How the import handles archives of many gigabytes.',
          where: 'An installation of my own, version 1.2.5, and once the hosted demo.',
          when: 'The first week of November, in the evenings (Europe/Lisbon).',
          how: 'By hand, with three archives that I made.',
          contactName: 'Rui Matos',
          contactEmail: 'rui@example.org',
        },
        {
          by: 'mei',
          conditions:
            'Your own installation at any time. The hosted demo on Thursday evening only, and stop when it gets slow.',
        },
      ),
    ],
    [
      '2d',
      asksBeforeTesting({
        what: 'Whether sessions of the hosted demo end when the password changes.',
        where: 'demo.marmotte.example.org, with two accounts of my own.',
        when: 'Next Tuesday between 18:00 and 20:00 UTC.',
        how: 'By hand in two browsers.',
      }),
    ],
    [
      '1d 4h',
      suggests({
        part: 'promises',
        text: 'A detailed answer within 96 hours of the acknowledgement, not of the report.',
        why: 'The page says both, and reporters cannot tell which one counts.',
        contactEmail: 'robin@example.org',
      }),
    ],
    [
      '31d',
      responds(
        'mei',
        'Thank you for the clear steps: we see the same with 1.2.5.',
        'We look at the older lines next and tell you by the end of the week which of them get the fix.',
      ),
    ],
    [
      '30d',
      together(
        classifies('mei', {
          vector40: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N',
          cwes: 'CWE-22',
        }),
        affected('mei', 'main', { work: 'in_progress' }),
        affected('mei', '1.2.x', { work: 'in_progress' }),
        affected('mei', '1.1.x'),
        affected('mei', '1.0.x'),
        affected('mei', '0.9.x'),
        confirms(
          'mei',
          'Imported the archive of the report into a fresh 1.2.5: the file was written two folders up.',
        ),
      ),
    ],
    [
      '30d 20h',
      replies('Glad that it helped. I would like to look at the fix before it goes out, if you want that.'),
    ],
    [
      '29d',
      notes('mei', 'The same helper unpacks themes. Aisha, can you look at that when you do the audit?'),
    ],
    ['21d', writes('mei', 'The fix for 1.2.x is in review. The two older lines follow this week and next.')],
    ['16d', together(works('mei', '1.2.x', 'in_review'), works('mei', 'main', 'merged'))],
    [
      '12d',
      audits(
        'aisha',
        'Every place that joins a name from outside to a folder, 14 of them.',
        'The theme installer had the same gap. It is closed by the same change.',
      ),
    ],
    [
      '10d',
      wordsReleaseNote('mei', '{version} of {line} starts faster and mends small things. Please update.'),
    ],
    ['10d', setsTask('mei', 'Ask Ilse whether 0.9.x is in use anywhere', { isDone: true })],
    ['9d', releases('mei', '1.2.x', '1.2.6')],
    ['8d', releases('mei', '1.1.x', '1.1.14')],
    [
      '6d',
      together(
        releases('mei', '1.0.x', '1.0.31'),
        writes('mei', 'Patches are out for all three lines. We announce a week from today at the earliest.'),
      ),
    ],
    [
      '5d',
      drafts('mei', {
        title: 'Archive import writes outside the upload folder',
        summary:
          'Names of archive entries were not checked, so that an import could write files anywhere the server may.',
        impact: 'People who may import archives can overwrite files of the server.',
        actions: 'Update to 1.2.6, 1.1.14 or 1.0.31. Nothing else has to be changed.',
        workarounds:
          'Until then, take the right to import archives away from everybody you do not trust with the server.',
        noCveReason: 'Requested, not assigned yet.',
        creditDecision: 'as_in_ledger',
      }),
    ],
    ['4d', approves('tomas')],
    ['3d', setsTask('mei', 'Write to the two hosters before the announcement', { dueInDays: 5 })],
    ['3d', schedulesWhenFitting('mei')],
  ],
}

/** Scheduled, until one of its releases was taken back. */
const preview: Story = {
  name: 'preview',
  project,
  course: [
    [
      '26d',
      reports({
        title: 'Template preview runs expressions of other users',
        description:
          'The preview of a page template evaluates the expressions in it with the rights of whoever looks. A template that somebody else saved runs in the session of an administrator as soon as they open its preview.',
        impact: 'An editor becomes administrator once an administrator opens the preview.',
        affectedVersions: '1.0 and later',
        creditAs: 'anonymous',
      }),
    ],
    ['25d 8h', acknowledges('aisha')],
    [
      '24d',
      responds(
        'aisha',
        'We could follow your description and take this for critical.',
        'A fix is being written now. You hear from us when the first line has it.',
      ),
    ],
    [
      '23d',
      together(
        classifies('aisha', {
          vector40: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N',
          cwes: 'CWE-94',
        }),
        affected('aisha', 'main', { work: 'in_progress' }),
        affected('aisha', '1.2.x', { work: 'in_progress' }),
        affected('aisha', '1.1.x'),
        affected('aisha', '1.0.x'),
        notAffected('aisha', '0.9.x', 'vulnerable_code_not_present'),
        confirms(
          'aisha',
          'Two accounts on 1.2.5: the expression saved by one changed the role of the other.',
        ),
      ),
    ],
    ['12d', writes('aisha', 'The fix is merged and the releases are being prepared.')],
    [
      '10d',
      audits(
        'aisha',
        'Every place that evaluates expressions.',
        'Nothing else does so in a session that is not its author’s.',
      ),
    ],
    ['8d', together(works('aisha', 'main', 'merged'), releases('aisha', '1.2.x', '1.2.7'))],
    ['7d 12h', releases('aisha', '1.1.x', '1.1.15')],
    ['7d', releases('aisha', '1.0.x', '1.0.32')],
    [
      '6d',
      drafts('aisha', {
        title: 'Template preview runs expressions of other users',
        summary: 'Expressions in a template ran in the session of whoever opened its preview.',
        impact: 'An editor can act as an administrator who opens the preview of a template they prepared.',
        actions: 'Update at once to 1.2.7, 1.1.16 or 1.0.32.',
        noCveReason: 'Requested, not assigned yet.',
        creditDecision: 'as_in_ledger',
      }),
    ],
    ['5d 12h', approves('mei')],
    ['5d', schedulesWhenFitting('aisha')],
    [
      '20h',
      yanks(
        'aisha',
        '1.1.x',
        '1.1.15 was built from the wrong branch and does not start on the oldest runtime we support. 1.1.16 follows.',
      ),
    ],
  ],
}

/** Announced, and fixed on one line more when its users asked for it. */
export const resetLink: Story = {
  name: 'reset-link',
  project,
  course: [
    [
      '70d',
      reports({
        title: 'A used password reset link works again after a restart',
        description:
          'Used reset links are remembered in memory only. When the server restarts within the hour in which a link is valid, the same link sets a new password a second time.',
        impact: 'Whoever sees an old reset mail within the hour takes the account over.',
        contactName: 'Tove Aas',
        contactEmail: 'tove@example.org',
      }),
    ],
    ['69d', acknowledges('mei')],
    [
      '68d',
      responds(
        'mei',
        'Confirmed with a restart in between, as you wrote.',
        'We keep used links in the database. You hear from us when that is released.',
      ),
    ],
    [
      '67d',
      together(
        classifies('mei', { vector31: 'CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:H/A:N', cwes: 'CWE-640' }),
        affected('mei', 'main', { work: 'in_progress' }),
        affected('mei', '1.2.x', { work: 'in_progress' }),
        affected('mei', '1.1.x'),
        willNotFix(
          'mei',
          '1.0.x',
          'The fix needs a table that 1.0 does not have. Shorten the life of links to five minutes instead.',
        ),
        notAffected('mei', '0.9.x', 'vulnerable_code_not_present'),
        confirms('mei', 'Used a link, restarted 1.2.3, used it again.'),
      ),
    ],
    [
      '58d',
      assigns(
        'mei',
        'tomas',
        'I am away for two weeks. The fix is written; it wants tests and the backport.',
      ),
    ],
    [
      '55d',
      audits(
        'tomas',
        'Everything that is remembered only until a restart.',
        'Invitation links had the same flaw and were changed along with it.',
      ),
    ],
    ['52d', releases('tomas', '1.2.x', '1.2.4')],
    ['51d', together(releases('tomas', '1.1.x', '1.1.12'), works('tomas', 'main', 'merged'))],
    [
      '50d',
      drafts('tomas', {
        title: 'Used password reset links work again after a restart',
        summary:
          'Used reset links were forgotten when the server restarted and could then be used once more.',
        impact: 'Somebody who reads an old reset mail within an hour can set the password of its account.',
        actions: 'Update to 1.2.4 or 1.1.12. On 1.0.x set the life of reset links to five minutes.',
        cveId: 'CVE-2026-99990012',
        creditDecision: 'as_in_ledger',
      }),
    ],
    [
      '49d',
      together(
        thanks('tomas', 'Tomás Rivera', ['remediation_developer'], 'https://tomas.example.org/'),
        thanks('tomas', 'Anonymous', ['remediation_verifier']),
        thanks('tomas', 'Restart Rabbit', ['tool']),
      ),
    ],
    ['48d', approves('aisha')],
    ['47d', schedules('tomas', '38d')],
    ['38d', timePasses],
    [
      '20d',
      fixesAfterAll(
        'tomas',
        '1.0.x',
        'Three organisations cannot leave 1.0 before spring and showed why. A small file takes the place of the table.',
      ),
    ],
    ['10d', releases('tomas', '1.0.x', '1.0.30')],
  ],
}

/** Seen by the leads and its handler alone. */
const signingKey: Story = {
  name: 'signing-key',
  project,
  course: [
    [
      '4d',
      reports({
        title: 'The key that signs sessions is readable by the backup account',
        description:
          'The installer writes the signing key with the group of the backup account and leaves the group’s right to read it. Everybody who operates backups can make themselves a session of any user.',
        impact: 'Operators of the backup act as any user, without a trace in the log.',
        contactName: 'Joana Pires',
        contactEmail: 'joana@example.org',
      }),
    ],
    ['3d 12h', together(acknowledges('tomas'), restricts('tomas'))],
    [
      '3d',
      responds(
        'tomas',
        'You are right, and it concerns every installation made with the installer.',
        'We keep this among as few people as possible. The installer is corrected first; then we write to you about existing installations.',
      ),
    ],
    [
      '2d',
      together(
        classifies('tomas', {
          vector40: 'CVSS:4.0/AV:L/AC:L/AT:N/PR:L/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N',
          cwes: 'CWE-732',
        }),
        affected('tomas', 'main'),
        affected('tomas', '1.2.x'),
        affected('tomas', '1.1.x'),
        affected('tomas', '1.0.x'),
        confirms('tomas', 'Fresh installations of 1.2.7 and 1.0.32: the backup account reads the key.'),
      ),
    ],
  ],
}

/** Patched yesterday; the reporter means to publish before the week of waiting is over. */
const searchTitles: Story = {
  name: 'search-titles',
  project,
  course: [
    [
      '16d',
      reports(
        {
          title: 'Search suggestions show titles from private folders',
          description:
            'The suggestions under the search field are taken from the whole index. They show the titles of documents in folders the person cannot open, though the results themselves are filtered.',
          impact: 'Titles of private documents become known to everybody who may sign in.',
          affectedVersions: '1.2.0 and later',
          contactName: 'Ruben Okafor',
          contactEmail: 'ruben@example.org',
        },
        { publishesInDays: 3 },
      ),
    ],
    ['15d 6h', acknowledges('mei')],
    [
      '14d 12h',
      responds(
        'mei',
        'We see it too. It came in with the new index of 1.2.0.',
        'We filter the suggestions as we do the results. We also want to talk with you about your date.',
      ),
    ],
    [
      '13d',
      together(
        classifies('mei', {
          vector40: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N',
          cwes: 'CWE-200',
        }),
        affected('mei', 'main', { work: 'in_progress', introducedIn: null }),
        affected('mei', '1.2.x', { work: 'in_progress', introducedIn: '1.2.0' }),
        notAffected('mei', '1.1.x', 'vulnerable_code_not_present'),
        notAffected('mei', '1.0.x', 'vulnerable_code_not_present'),
        notAffected('mei', '0.9.x', 'vulnerable_code_not_present'),
        confirms('mei', 'With two accounts on 1.2.7: the title of a private note is suggested to the other.'),
      ),
    ],
    [
      '4d',
      writes(
        'mei',
        'The fix is in review. Our policy keeps a week between the patch and the announcement, which ends after your date. Could you wait for it?',
      ),
    ],
    [
      '3d',
      replies('I can move my talk by a few days but not by a week. Let us find a date between the two.'),
    ],
    ['1d', together(works('mei', 'main', 'merged'), releases('mei', '1.2.x', '1.2.8'))],
  ],
}

/** Nobody has answered it yet, and the time to do so ends today. */
const sessionCookie: Story = {
  name: 'session-cookie',
  project,
  course: [
    [
      '41h',
      reports({
        title: 'Sessions stay valid after the password was changed',
        description:
          'Changing the password ends no other session. Somebody who was signed in before stays signed in for as long as the cookie lives, which is thirty days.',
        impact:
          'An intruder keeps their access after the owner of the account noticed and changed the password.',
        creditAs: 'none',
      }),
    ],
  ],
}

export const marmotteStories = [archive, preview, resetLink, signingKey, searchTitles, sessionCookie]
