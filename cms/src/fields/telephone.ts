/** Short numbers, such as 911, have three digits; the longest of the world have 15. */
const LEAST_DIGITS = 3
const MOST_DIGITS = 15

/**
 * Whether a telephone can dial a text, once the signs between its digits are left out. What passes is a number to the site too,
 * which shows it and makes a link of it.
 *
 * @returns true, or what is wrong as a sentence
 */
export function checkTelephone(value: string): true | string {
  const number = value.trim()
  if (!/^\+?[\d \u00a0().-]*$/.test(number))
    return 'Write the number with digits, spaces, dots, hyphens and brackets only, and a plus sign at most at its start.'
  const digits = number.replaceAll(/\D/g, '').length
  if (digits < LEAST_DIGITS) return `This number is too short. Write at least ${LEAST_DIGITS} digits.`
  if (digits > MOST_DIGITS) return `This number is too long. Write at most ${MOST_DIGITS} digits.`
  const withoutBrackets = number.replaceAll(/\((\d[\d .-]*)\)/g, '$1')
  return /^[^()]*\d$/.test(withoutBrackets)
    ? true
    : 'Write the number so that it ends with a digit, with brackets only in pairs around digits, as in “+1 (617) 555-0142”.'
}
