import { topic } from '../documents/topic.ts'

/** What articles and questions are grouped by. */
export const topics = [
  topic('how-it-works', 'How it works', 'What these medicines are, and how they may act on the brain.'),
  topic('treatment-day', 'Treatment day', 'What happens before, during, and after a visit.'),
  topic(
    'safety',
    'Safety and side effects',
    'Risks, side effects, and who should not have these treatments.',
  ),
  topic(
    'evidence',
    'What the research says',
    'What studies found, both good and bad, and how sure we can be.',
  ),
  topic('rules', 'Approvals and rules', 'What the FDA has approved, and what off-label use means.'),
  topic('choosing-care', 'Choosing your care', 'Standard treatments, and what to ask before you decide.'),
]
