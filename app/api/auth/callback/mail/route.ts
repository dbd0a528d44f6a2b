import { returnFromMail } from '@/server/auth/sign-in'

export const GET = returnFromMail
