/** A `fetch` that sends a file and says how much of it has gone; the platform's own cannot. */
export function uploadFetch(file: File, onProgress: (share: number) => void, signal: AbortSignal): typeof fetch {
  return input =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      const failed = () => reject(new TypeError('The connection broke.'))
      request.open('POST', input instanceof Request ? input.url : input)
      request.setRequestHeader('content-type', 'application/zip')
      request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total)
      request.onload = () => resolve(toResponse(request))
      request.onerror = failed
      request.ontimeout = failed
      request.onabort = () => reject(new DOMException('Stopped.', 'AbortError'))
      signal.addEventListener('abort', () => request.abort(), { once: true })
      request.send(file)
    })
}

function toResponse(request: XMLHttpRequest): Response {
  const type = request.getResponseHeader('content-type') ?? 'text/plain'
  return new Response(request.responseText, { status: request.status, headers: { 'content-type': type } })
}
