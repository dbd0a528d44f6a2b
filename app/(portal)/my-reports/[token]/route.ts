import { receiveLink } from '@/server/auth/link-cookie'

type Context = { params: Promise<{ token: string }> }

export const GET = async (_request: Request, { params }: Context): Promise<Response> =>
  receiveLink('my-reports', (await params).token)
