/** What the fonts of the cards have: Latin, Greek and Cyrillic letters, figures, and the signs of usual sentences. */
const DRAWN =
  /[\u0020-\u007E\u00A0-\u012B\u012E-\u0131\u0134-\u0151\u0154-\u0165\u0168-\u017F\u01A0\u01A1\u01AF\u01B0\u01CD-\u01DC\u0218-\u021B\u0384-\u038A\u038C\u038E-\u03A1\u03A3-\u03CE\u0400-\u045F\u0490\u0491\u1E80-\u1E85\u1E9E\u1EA0-\u1EF9\u2013\u2014\u2018-\u201A\u201C-\u201E\u2020\u2022\u2026\u2032\u2033\u2039\u203A\u2044\u20AC\u2116\u2122\u2191\u2193\u2212]/

/** Small pictures, what joins and colors them, and what nobody sees: a text says the same without. */
const LEFT_OUT =
  /\p{Regional_Indicator}|\p{Emoji_Modifier}|\p{Default_Ignorable_Code_Point}|\u20E3|(?![\0-\u25FF])\p{Extended_Pictographic}|\p{Cc}|\p{Surrogate}|[\uFFFE\uFFFF]/gu

/**
 * A text as a card can show it.
 *
 * @returns undefined when nothing is left, or when it has letters or signs that the fonts do not have: without them it would
 * be another text, and in their place there would be boxes
 */
export function drawable(text: string | undefined): string | undefined {
  const shown = (text ?? '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(LEFT_OUT, '')
    // Hyphens at which no line is broken.
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/ {2,}/g, ' ')
    .trim()
  return shown !== '' && Array.from(shown).every((character) => DRAWN.test(character)) ? shown : undefined
}
