import {
  acknowledges,
  audits,
  classifies,
  confirms,
  drafts,
  invites,
  reports,
  resolves,
  responds,
  schedules,
  timePasses,
  writes,
} from '../acts'
import { publishesKey, reportsEncrypted } from '../encryption-acts'
import { answersAs, learnsOfExploitation } from '../fix-acts'
import { affected, notAffected, releases, works } from '../line-acts'
import { together, type Story } from '../play'

const project = 'dynamoose'

/** Being fixed on every line that is supported. */
const cacheTenants: Story = {
  name: 'cache-tenants',
  project,
  course: [
    [
      '10d',
      reports({
        title: 'Cached queries return rows of another tenant',
        description:
          'The cache knows a query by its text and its parameters, not by the table prefix of the model. Two tenants with the same model and the same query share one answer for as long as it is cached.',
        impact: 'Tenants read each other’s rows.',
        reproduction:
          'Two models that differ in their prefix only, one query on each within the life of the cache.',
        contactName: 'Anouk Mertens',
        contactEmail: 'anouk@example.org',
        timeZone: 'America/New_York',
      }),
    ],
    ['9d 20h', acknowledges('tomas')],
    ['9d 18h', invites('tomas', 'aisha')],
    [
      '9d',
      responds(
        'tomas',
        'This is as serious as you say.',
        'We switch the cache off in a patch release of each line first and bring it back mended afterwards.',
      ),
    ],
    [
      '8d',
      together(
        classifies('tomas', {
          vector40: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:N/SC:H/SI:H/SA:N',
          cwes: 'CWE-524',
        }),
        affected('tomas', 'main', { work: 'in_progress' }),
        affected('tomas', '4.1.x', { work: 'in_progress' }),
        affected('tomas', '4.0.x'),
        affected('tomas', '3.x'),
        affected('tomas', '2.x'),
        notAffected('tomas', '1.x', 'component_not_present'),
        confirms('tomas', 'Two models on 4.1.3: the second query returned the rows of the first.'),
      ),
    ],
    ['3d', together(releases('tomas', '4.1.x', '4.1.4'), works('tomas', 'main', 'merged'))],
    ['2d', together(works('tomas', '3.x', 'in_review'), works('tomas', '2.x', 'in_progress'))],
    [
      '2d',
      together(
        answersAs('tomas', 'open_source_steward'),
        learnsOfExploitation('tomas', 'A hoster sees requests in its logs that only make sense for this.'),
      ),
    ],
    ['2d', writes('tomas', '4.1.4 is out without the cache. 3.x is in review, 2.x comes last.')],
  ],
}

/** Came in last night. */
const loggerSecrets: Story = {
  name: 'logger-secrets',
  project,
  course: [
    [
      '10h',
      reports({
        title: 'The logger prints attributes marked as hidden',
        description:
          'With the logger on, every attribute of a saved document is printed, those included that the schema marks as hidden.',
        contactEmail: 'sunniva@example.org',
        creditName: 'sunniva',
        timeZone: 'Europe/Oslo',
      }),
    ],
  ],
}

/** Announced in spring. */
const scanFilter: Story = {
  name: 'scan-filter',
  project,
  course: [
    [
      '130d',
      reports({
        title: 'A filter made of user input removes the limit of a scan',
        description:
          'Options of a scan are merged with the filter object. A filter that comes from a request can hold options of its own and so lift the limit or name another index.',
        impact: 'Visitors read far more than the page offers and run up the bill.',
        contactName: 'Kofi Asante',
        contactEmail: 'kofi@example.org',
      }),
    ],
    ['129d', acknowledges('mei')],
    [
      '128d',
      responds('mei', 'Confirmed, thank you.', 'Filters and options are kept apart in the next patches.'),
    ],
    [
      '127d',
      together(
        classifies('mei', {
          vector40: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:L/VI:N/VA:L/SC:N/SI:N/SA:N',
          cwes: 'CWE-915',
        }),
        affected('mei', 'main', { work: 'in_progress' }),
        notAffected('mei', '4.1.x', 'vulnerable_code_not_present'),
        affected('mei', '4.0.x', { introducedIn: '4.0.2' }),
        affected('mei', '3.x'),
        notAffected('mei', '2.x', 'vulnerable_code_not_present'),
        notAffected('mei', '1.x', 'vulnerable_code_not_present'),
        confirms('mei', 'A scan on 4.0.9 with a limit in the filter.'),
      ),
    ],
    ['121d', audits('tomas', 'Everything that merges objects from outside.', 'Nothing further.')],
    [
      '120d',
      together(
        works('mei', 'main', 'merged'),
        releases('mei', '4.0.x', '4.0.10'),
        releases('mei', '3.x', '3.9.6'),
      ),
    ],
    [
      '119d',
      drafts('mei', {
        title: 'A filter made of user input changes the options of a scan',
        summary: 'Filters and options were merged, so that a filter from a request could lift limits.',
        impact: 'Visitors can read more rows than intended and cause cost.',
        actions: 'Update to 4.0.10 or 3.9.6.',
        cveId: 'CVE-2026-99990003',
        creditDecision: 'as_in_ledger',
      }),
    ],
    ['118d', schedules('mei', '117d')],
    ['117d', timePasses],
  ],
}

const slowQuery: Story = {
  name: 'slow-query',
  project,
  course: [
    [
      '15d',
      reports({
        title: 'Queries without an index are slow',
        description:
          'A query on an attribute without an index reads the whole table. With a large table that takes minutes and can be used to slow a site down.',
        creditAs: 'anonymous',
      }),
    ],
    ['14d 12h', acknowledges('mei')],
    [
      '14d',
      resolves('mei', {
        kind: 'not_a_vulnerability',
        explanation:
          'A query without an index is slow in every database. The library warns about it. If the warning is missing somewhere, please open an ordinary issue.',
      }),
    ],
  ],
}

/** Encrypted to the key of the team: read by trying that key. */
export const streamKeys: Story = {
  name: 'stream-keys',
  project,
  course: [
    ['30d', publishesKey('tomas')],
    [
      '1d 2h',
      reportsEncrypted(
        [
          'Title\n-----\nStream records keep the keys of deleted rows readable',
          'Description\n-----------\nWhen a row is deleted the record in the stream holds its old keys, also those marked as secret in the model. Everybody who may read the stream of one table reads them.',
          'Impact\n------\nSecrets that were part of a key stay readable for a day after their row is gone.',
        ].join('\n\n'),
        'quiet.finder@example.org',
      ),
    ],
    ['20h', acknowledges('mei')],
  ],
}

export const dynamooseStories = [cacheTenants, loggerSecrets, scanFilter, slowQuery, streamKeys]
