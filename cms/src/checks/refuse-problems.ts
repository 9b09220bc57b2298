import { ValidationError } from 'payload'
import type { AfterErrorHook, PayloadRequest } from 'payload'
import type { Problem } from './problem.ts'

/**
 * @throws ValidationError with every problem and its field, when there is any; its message is their sentences, where
 *   Payload's own would only name the fields
 */
export function refuseProblems(
  req: PayloadRequest,
  problems: Problem[],
  of: { collection: string } | { global: string },
): void {
  if (problems.length === 0) return
  const error = new ValidationError({ ...of, errors: problems }, req.t)
  error.message = sentencesOf(problems)
  throw error
}

/**
 * For `hooks.afterError` of the config: gives the sentences of `refuseProblems` as the answer's own message too. The
 * admin shows that one as it is. What it is told of single fields it forgets as soon as it has checked the form again,
 * and in other messages it takes colons and commas for a list.
 */
export const tellProblems: AfterErrorHook = ({ error, result }) => {
  const { data, message } = error as Error & { data?: { errors?: Problem[] } }
  const problems = data?.errors
  if (!result || !Array.isArray(problems) || message !== sentencesOf(problems)) return
  return { response: { ...result, message } }
}

function sentencesOf(problems: Problem[]): string {
  return problems.map(({ message }) => message).join(' ')
}
