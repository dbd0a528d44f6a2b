import type { FormState } from '@/lib/form-state'

/** Posts a form and tells how much of it has left; only XMLHttpRequest knows that. Rejects when no answer came. */
export const upload = <Data>(
  address: string,
  form: FormData,
  progress: (share: number) => void,
  tooLarge: string,
): Promise<FormState<Data>> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0)
    request.onload = () => {
      const answer = request.response as FormState<Data> | null
      if (request.status === 200 && answer) resolve(answer)
      else if (request.status === 413) reject(new Error(tooLarge))
      else reject(new Error('not sent'))
    }
    request.onerror = request.onabort = () => reject(new Error('not sent'))
    request.send(form)
  })
