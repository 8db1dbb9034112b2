const METHODS = new Set(['GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'PATCH'])
const FORMS = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)/i

/**
 * A POST that means another method: by `_method` in its form, or by header, as clients send that know GET and POST only
 * (Rails's `Rack::MethodOverride`, which Canvas keeps). A `_method` in the address says nothing.
 */
export async function withMethodMeant(request: Request): Promise<Request> {
  if (request.method !== 'POST') return request
  const isForm = FORMS.test(request.headers.get('content-type') ?? '')
  const byHeader = request.headers.get('x-http-method-override')
  if (!isForm && byHeader === null) return request
  const { url, headers, signal } = request
  const body = new Uint8Array(await request.arrayBuffer())
  const asked = (isForm ? methodIn(body) : undefined) ?? byHeader ?? ''
  const method = METHODS.has(asked.toUpperCase()) ? asked.toUpperCase() : 'POST'
  const isEmpty = method === 'GET' || method === 'HEAD'
  return new Request(url, { method, headers, signal, ...(isEmpty ? {} : { body }) })
}

/** Forms are small or begin with their fields; what follows the first file of an upload is not looked at. */
function methodIn(body: Uint8Array): string | undefined {
  const text = new TextDecoder('latin1').decode(body.subarray(0, 64 * 1024))
  const inMultipart = /name="?_method"?\r\n(?:[^\r\n]+\r\n)*\r\n([A-Za-z]+)\r\n/.exec(text)?.[1]
  return inMultipart ?? /(?:^|&)_method=([A-Za-z]+)(?:&|$)/.exec(text)?.[1]
}
