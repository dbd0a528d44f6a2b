/** Every job's handler. */
import '@/server/mail/jobs'
