import { callout, faqList } from '../../blocks.ts'
import { article } from '../../documents/article.ts'
import { heading, paragraph, steps } from '../../rich-text.ts'
import { ketamineIsOffLabel } from '../shared-wording.ts'

export const howKetamineMayWork = article({
  slug: 'how-ketamine-may-work',
  title: 'How ketamine may work',
  published: '2026-11-08',
  hero: 'branching-lines',
  topics: ['how-it-works'],
  conditions: ['treatment-resistant-depression'],
  summary:
    'Nobody fully knows how ketamine acts on mood. There are ideas, and some of them are well studied. This page explains them in plain words, and says where they end.',
  keyPoints: [
    'How ketamine acts on depression is not fully known. What you read here are ideas, not proven facts.',
    'Ketamine blocks a docking site on brain cells. Its name is the NMDA receptor.',
    'This may lead to new links between brain cells.',
    'An idea of how it works is not proof that it helps. Use for depression is off-label, and it has risks.',
  ],
  body: [
    heading(2, 'How brain cells talk'),
    paragraph(
      'Brain cells pass on signals with the help of small molecules. One of them is *glutamate*. It fits into docking sites on the next cell, like a key into a lock. These sites are called receptors.',
    ),
    heading(2, 'The leading ideas'),
    paragraph('Researchers put the ideas together like this.[^zanos2018] Each step is still under study.'),
    steps(
      '**A block.** Ketamine blocks the NMDA receptor, one of the docking sites for glutamate.',
      '**A surge.** More signals may then pass through another site, the AMPA receptor.',
      '**Growth signals.** Cells may make more of a growth factor. It is called BDNF. A switch inside the cell, mTOR, may also turn on.',
      '**New links.** In the end, brain cells may form new links with one another.',
    ),
    callout(
      'These are ideas, not facts',
      paragraph(
        'They may turn out to be wrong, or to be a small part of the story.[^zanos2018] If someone says that they know just how ketamine heals the brain, ask how they know.',
      ),
    ),
    heading(2, 'Why the idea alone is not enough'),
    paragraph(
      'A neat idea does not tell you whether you will feel better. For that, people have to be treated and compared. Some trials of ketamine found a benefit, and some did not. One infusion (a drip into a vein) acts fast on depression, but the effect does not last.[^singleInfusion]',
    ),
    paragraph(
      'Ketamine has risks too. It can cause nausea, dissociation (feeling cut off), and raised blood pressure. You can read what trials found in [What studies of depression found](article:what-studies-of-depression-found).',
    ),
    ketamineIsOffLabel,
    heading(2, 'What is known, and what is not'),
    paragraph('**Known:** ketamine blocks the NMDA receptor.[^zanos2018]'),
    paragraph(
      '**Not known:** whether that block is what eases depression, or whether something else does. It is also not known why ketamine helps some people and not others.',
    ),
    faqList('People also ask', 'faq:how-does-ketamine-work-on-the-brain', 'faq:what-is-dissociation'),
  ],
  related: ['what-is-ketamine-therapy', 'what-studies-of-depression-found', 'what-off-label-means'],
})
