/**
 * The address as Canvas takes it: what people type without a scheme means the web (canvas-lms canvas_http.rb, `validate_url`). Whatever has
 * another scheme, or could be a file, stays as it is.
 */
export function toWebAddress(written: string): string {
  if (written.startsWith('//')) return `http:${written}`
  return /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?::\d+)?(?:[/?#]|$)/u.test(written) ? `http://${written}` : written
}
