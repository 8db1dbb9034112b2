/** An answer that is not a success: status and the JSON body Canvas would send (canvas-api §1.4). */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    super(`${status} ${JSON.stringify(body)}`)
    this.status = status
    this.body = body
    this.headers = headers
  }
}

const WWW_AUTHENTICATE = { 'WWW-Authenticate': 'Bearer realm="canvas-lms"' }

/** Nobody is signed in. */
export function unauthenticated(): ApiError {
  const body = { status: 'unauthenticated', errors: [{ message: 'user authorization required' }] }
  return new ApiError(401, body, WWW_AUTHENTICATE)
}

/** A token that does not exist. */
export function invalidToken(): ApiError {
  return new ApiError(401, { errors: [{ message: 'Invalid access token.' }] }, WWW_AUTHENTICATE)
}

/** `{"errors":[{"message":"The specified resource does not exist."}]}`: no such record, or none that this path reaches. */
export function notFound(): ApiError {
  return new ApiError(404, { errors: [{ message: 'The specified resource does not exist.' }] })
}

/** Simple argument error: `{"message": …}` with status 400 unless told otherwise. */
export function refused(message: string, status = 400): ApiError {
  return new ApiError(status, { message })
}

/** Model validation: `{"errors":{"title":[{"attribute":"title","type":"blank","message":"…"}]}}`. */
export function invalid(attribute: string, message: string, type = message): ApiError {
  return new ApiError(400, { errors: { [attribute]: [{ attribute, type, message }] } })
}

/** A required parameter is absent: `{"errors":[{"message":"course is missing"}]}`. */
export function missingParam(name: string): ApiError {
  return new ApiError(400, { errors: [{ message: `${name} is missing` }] })
}
