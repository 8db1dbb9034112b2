import anyAscii from 'any-ascii'

// Where Canvas's table (canvas_stringex, the older Unidecode data) differs from any-ascii's: Latin-1 signs, punctuation, Russian, hiragana.
const signs = '¢ C/ £ PS ¤ $? ¥ Y= § SS ¨ " ¬ _ ° deg ´ \' ¶ P · * ¿ _ ÷ / € EU – - — -- • * … ... ‰ %0'
const russian =
  "Ё Io Е Ie Х Kh Ц Ts Э E Ю Iu Я Ia Ъ _ Ы Y Ь ' Щ Shch Й I Є Ie І I Ї Yi г gh ё io е ie х kh ц ts э e ю iu я ia ъ _ ы y ь ' щ shch й i є ie і i ї yi"
const hiragana = 'し si じ zi ち ti ぢ di つ tu っ tu づ du ふ hu を wo ゃ ya ゅ yu ょ yo ぁ a ぃ i ぅ u ぇ e ぉ o ー _'

const exceptions = new Map([...pairs(signs), ...pairs(russian), ...pairs(hiragana)])

/** ASCII for each character, as Canvas's page slugs have it; katakana stays as it is (canvas-api §2.4). */
export function transliterate(text: string): string {
  return Array.from(text, toAscii).join('')
}

function toAscii(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80 || isKatakana(code)) return character
  // The table ends with the basic plane: emoji and rare scripts become a question mark, which the slug drops.
  if (code > 0xffff) return '?'
  const ascii = exceptions.get(character) ?? anyAscii(character)
  // any-ascii names pictograms (`:star:`); the table has nothing for them.
  if (ascii.startsWith(':') && ascii.length > 2) return ''
  return isHan(code) ? `${ascii} ` : ascii
}

function isKatakana(code: number): boolean {
  return code >= 0x30a0 && code <= 0x30ff
}

/** Each Han character is a word of its own: 中文 is `zhong-wen`. */
function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff
}

function* pairs(list: string): Generator<[string, string]> {
  const words = list.split(' ')
  for (let index = 0; index + 1 < words.length; index += 2) {
    const [character, ascii] = [words[index] ?? '', words[index + 1] ?? '']
    yield [character, ascii === '_' ? '' : ascii]
  }
}
