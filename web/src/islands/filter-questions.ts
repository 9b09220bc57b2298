import type { Wish } from './question-wish.ts'

/**
 * Shows only the questions that contain all the words and are about the condition and topic, only the topics that have
 * such questions, and only the links to those topics; without any, not even the heading above the links.
 *
 * @param page holds `.question-group` elements, headed by an element with an id, with questions as list items in them
 * @returns how many questions are shown
 */
export function filterQuestions(page: ParentNode, { words, condition, topic }: Wish): number {
  const wanted = plain(words).split(' ').filter(Boolean)
  let shown = 0
  for (const group of page.querySelectorAll<HTMLElement>('.question-group')) {
    const id = group.getAttribute('aria-labelledby') ?? ''
    const questions = [...group.querySelectorAll<HTMLElement>('li')]
    for (const question of questions) {
      const text = plain(question.textContent)
      const about = question.dataset.about?.split(' ') ?? []
      const fits =
        wanted.every((word) => text.includes(word)) &&
        (condition === '' || about.includes(condition)) &&
        (topic === '' || topic === id)
      question.hidden = !fits
    }
    const left = questions.filter(({ hidden }) => !hidden).length
    group.hidden = left === 0
    for (const item of page.querySelectorAll<HTMLElement>('.on-this-page li'))
      if (item.querySelector('a')?.hash === `#${id}`) item.hidden = left === 0
    shown += left
  }
  for (const links of page.querySelectorAll<HTMLElement>('.on-this-page')) links.hidden = shown === 0
  return shown
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
