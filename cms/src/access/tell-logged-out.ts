import { Forbidden } from 'payload'
import type { AfterErrorHook } from 'payload'

/** Without colons and commas, which the admin takes for a list. */
const LOGGED_OUT = 'You are not logged in. Log in in another window and try again here.'

/**
 * For `hooks.afterError` of the config: tells somebody whose session has ended, with a form open, what to do. Payload says
 * that they are not allowed to do what they may do every day.
 */
export const tellLoggedOut: AfterErrorHook = ({ error, req, result }) => {
  if (!(error instanceof Forbidden) || req.user || !result) return
  return { response: { ...result, errors: [{ message: LOGGED_OUT }] } }
}
