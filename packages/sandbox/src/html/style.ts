import { string as cssString, url as cssUrl, ident, tokenTypes } from 'css-tree'
import { allowedStyles } from './allow-list.ts'
import { type CssToken, cssTokens, endOfValue } from './css-tokens.ts'
import { protocolOf } from './protocol.ts'

/**
 * The declarations of a `style` attribute that Canvas keeps, as written. A declaration that is dropped takes its semicolon with it but leaves
 * the white space around it: that is where the stray spaces of stored pages come from (canvas-api §4, executed).
 */
export function cleanDeclarations(css: string): string {
  return declarations(cssTokens(css))
}

/** A style sheet with its rules' declarations cleaned; at-rules go. */
export function cleanStyleSheet(css: string): string {
  const tokens = cssTokens(css)
  const parts: string[] = []
  for (let at = 0; at < tokens.length; ) {
    const end = endOfRule(tokens, at)
    parts.push(rule(tokens.slice(at, end)))
    at = end
  }
  // The sheet is written raw: nothing in it may close the element.
  return parts.join('').replaceAll('</', String.raw`<\/`)
}

function rule(tokens: readonly CssToken[]): string {
  const first = tokens[0]
  if (first === undefined || first.type === tokenTypes.AtKeyword) return ''
  if (first.type === tokenTypes.WhiteSpace) return first.text
  const brace = tokens.findIndex(token => token.type === tokenTypes.LeftCurlyBracket)
  if (brace < 0) return ''
  const last = tokens.at(-1)?.type === tokenTypes.RightCurlyBracket ? tokens.length - 1 : tokens.length
  return `${join(tokens.slice(0, brace))}{${declarations(tokens.slice(brace + 1, last))}}`
}

/** White space alone, an at-rule up to its semicolon or block, or a rule up to the end of its block. */
function endOfRule(tokens: readonly CssToken[], start: number): number {
  const isAtRule = tokens[start]?.type === tokenTypes.AtKeyword
  if (tokens[start]?.type === tokenTypes.WhiteSpace) return start + 1
  for (let at = start; at < tokens.length; at = endOfValue(tokens, at)) {
    const type = tokens[at]?.type
    if (type === tokenTypes.LeftCurlyBracket) return endOfValue(tokens, at)
    if (isAtRule && type === tokenTypes.Semicolon) return at + 1
  }
  return tokens.length
}

function declarations(tokens: readonly CssToken[]): string {
  const parts: string[] = []
  let followsKept = false
  for (let at = 0; at < tokens.length; ) {
    const end = endOfPart(tokens, at)
    const part = tokens.slice(at, end)
    at = end
    if (isSpace(part)) {
      parts.push(join(part))
    } else if (part[0]?.type === tokenTypes.Semicolon) {
      if (followsKept) parts.push(';')
    } else {
      followsKept = isKept(part)
      if (followsKept) parts.push(join(part))
    }
  }
  return parts.join('')
}

function isSpace(tokens: readonly CssToken[]): boolean {
  return tokens[0]?.type === tokenTypes.WhiteSpace
}

/** White space, a semicolon, an at-rule, or everything up to the next semicolon. */
function endOfPart(tokens: readonly CssToken[], start: number): number {
  const type = tokens[start]?.type
  if (type === tokenTypes.WhiteSpace || type === tokenTypes.Semicolon) return start + 1
  if (type === tokenTypes.AtKeyword) return endOfRule(tokens, start)
  let at = start
  while (at < tokens.length && tokens[at]?.type !== tokenTypes.Semicolon) at = endOfValue(tokens, at)
  return at
}

function isKept(declaration: readonly CssToken[]): boolean {
  const [name, ...rest] = declaration
  if (name === undefined || name.type !== tokenTypes.Ident) return false
  if (!allowedStyles.has(ident.decode(name.text).toLowerCase())) return false
  const colon = rest.findIndex(token => token.type !== tokenTypes.WhiteSpace)
  return rest[colon]?.type === tokenTypes.Colon && isSafeValue(rest.slice(colon + 1))
}

function isSafeValue(tokens: readonly CssToken[]): boolean {
  let combined = ''
  for (const [index, { type, text }] of tokens.entries()) {
    if (type === tokenTypes.BadUrl) return false
    if (type === tokenTypes.Url && !isWebAddress(cssUrl.decode(text))) return false
    if (type !== tokenTypes.Function && type !== tokenTypes.Ident) continue
    const name = ident.decode(text.replace(/\($/, '')).toLowerCase()
    if (type === tokenTypes.Function && !isSafeFunction(name, tokens, index)) return false
    combined += name
    // `expression`, also split in pieces: old Internet Explorers ran it.
    if (name === 'expression' || combined === 'expression') return false
  }
  return true
}

function isSafeFunction(name: string, tokens: readonly CssToken[], index: number): boolean {
  if (name !== 'url' && name !== 'image' && name !== 'image-set') return true
  const inside = tokens.slice(index + 1, endOfValue(tokens, index))
  const strings = inside.filter(token => token.type === tokenTypes.String)
  if (name === 'url' && strings.length !== 1) return false
  return strings.every(token => isWebAddress(cssString.decode(token.text)))
}

function isWebAddress(address: string): boolean {
  const protocol = protocolOf(address)
  return protocol === undefined || protocol === 'http' || protocol === 'https'
}

function join(tokens: readonly CssToken[]): string {
  return tokens.map(token => token.text).join('')
}
