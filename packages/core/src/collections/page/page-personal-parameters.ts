import type { JsonObject } from '../configuration/json.ts'

/** A link to something in Canvas, its path, and its query; `files` without a number behind it is a folder of any site. */
const canvasLink =
  /(\/(?:files\/\d+(?:~\d+)?(?=[/?])|(?:courses|users|groups|media_attachments)\/)[^\s"'<>\\?#]{0,2000})\?([^\s"'<>\\#]*)/g

/** Parameters that let their holder read what only one person may (`UserContent`, canvas-api §2.4). */
const personal = /(^|&(?:amp;)*)(?:verifier|sf_verifier|access_token|session_token)=[\w.~%+-]*/g

/**
 * Takes the parameters of a person's own session out of all links to Canvas in a text (plain, HTML or JSON): stored on
 * a page, they would hand that person's rights to every reader (design *References*).
 */
export function withoutPersonalParameters(text: string): string {
  if (!mayHoldPersonal(text)) return text
  return text.replace(canvasLink, (_, path: string, query: string) => {
    const kept = query.replace(personal, '').replace(/^&(?:amp;)*/, '')
    return kept === '' ? path : `${path}?${kept}`
  })
}

/** The same for every text in an object that nobody here understands, however deep. */
export function objectWithoutPersonalParameters(object: JsonObject): JsonObject {
  if (Object.keys(object).length === 0) return object
  const text = JSON.stringify(object)
  return mayHoldPersonal(text) ? JSON.parse(withoutPersonalParameters(text)) : object
}

/** Half a page is searched for these, and hardly any page holds one. */
function mayHoldPersonal(text: string): boolean {
  return text.includes('verifier=') || text.includes('_token=')
}
