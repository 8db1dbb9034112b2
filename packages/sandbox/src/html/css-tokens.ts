import { tokenize, tokenTypes } from 'css-tree'

// The published types of css-tree leave its tokenizer out.
declare module 'css-tree' {
  type TokenType =
    | 'Ident'
    | 'Function'
    | 'AtKeyword'
    | 'String'
    | 'Url'
    | 'BadUrl'
    | 'WhiteSpace'
    | 'Colon'
    | 'Semicolon'
    | 'LeftSquareBracket'
    | 'RightSquareBracket'
    | 'LeftParenthesis'
    | 'RightParenthesis'
    | 'LeftCurlyBracket'
    | 'RightCurlyBracket'
    | 'Comment'
  const tokenTypes: Readonly<Record<TokenType, number>>
  function tokenize(css: string, onToken: (type: number, start: number, end: number) => void): void
}

export interface CssToken {
  readonly type: number
  readonly text: string
}

/** The tokens of a style text as the CSS Syntax standard cuts it, without comments. */
export function cssTokens(css: string): CssToken[] {
  const tokens: CssToken[] = []
  tokenize(css, (type, start, end) => {
    if (type !== tokenTypes.Comment) tokens.push({ type, text: css.slice(start, end) })
  })
  return tokens
}

const closers: ReadonlyMap<number, number> = new Map([
  [tokenTypes.Function, tokenTypes.RightParenthesis],
  [tokenTypes.LeftParenthesis, tokenTypes.RightParenthesis],
  [tokenTypes.LeftSquareBracket, tokenTypes.RightSquareBracket],
  [tokenTypes.LeftCurlyBracket, tokenTypes.RightCurlyBracket],
])

/** The index after one component value: a token, or a block or function with all it holds. No recursion: blocks may nest deeply. */
export function endOfValue(tokens: readonly CssToken[], start: number): number {
  const open: number[] = []
  let at = start
  do {
    const type = tokens[at]?.type
    const closer = type === undefined ? undefined : closers.get(type)
    if (closer !== undefined) open.push(closer)
    else if (type === open.at(-1)) open.pop()
    at += 1
  } while (open.length > 0 && at < tokens.length)
  return at
}
