/** Every job's handler. */
import '@/server/advisories/jobs'
import '@/server/cases/jobs'
import '@/server/encryption/jobs'
import '@/server/mail/jobs'
import '@/server/people/jobs'
import '@/server/reports/jobs'
import '@/server/search/jobs'
import '@/server/upstreams/jobs'
