import { callout } from '../../blocks.ts'
import { page } from '../../documents/page.ts'
import { bullets, heading, paragraph } from '../../rich-text.ts'

export const about = page({
  slug: 'about',
  title: 'About this site',
  published: '2026-11-03',
  summary:
    'This site explains depression, PTSD, and bipolar depression, and the treatments for them, in plain words. It is written for Lumin Health, a clinic that offers some of these treatments.',
  body: [
    heading(2, 'Who it is for'),
    paragraph(
      'It is for people who look for help, for those who care about them, and for clinicians who refer them. You can read it before a visit, after one, or when you cannot sleep.',
    ),
    paragraph(
      'It gives general facts. It does not know you, so it cannot take the place of your own clinician.',
    ),
    heading(2, 'What Lumin Health does'),
    paragraph(
      'Lumin Health is a mental health clinic. It treats people with esketamine (Spravato) and with ketamine. Ketamine for a mental health condition is off-label.[^compounded2023] Both have risks, which we list on each page about them.',
    ),
    callout(
      'Our own interest',
      paragraph(
        'Lumin Health sells these treatments, and earns money from them. This is why we name all standard options too, and show studies that found no benefit.',
      ),
    ),
    heading(2, 'How we work'),
    bullets(
      'We name our sources.',
      'We tell you what is not known.',
      'We say on each page whether a clinician has reviewed it.',
      'We fix mistakes when you tell us about them.',
    ),
    paragraph(
      'Read more in our [editorial policy](page:editorial-policy), and in [how we review](page:how-we-review).',
    ),
    heading(2, 'If you refer someone'),
    paragraph(
      'For clinicians: each page on a condition has its ICD-10 codes. It grades the evidence, says which uses are off-label, and names its sources. One such page is [Treatment-resistant depression](condition:treatment-resistant-depression). To refer someone, call us at the number below.',
    ),
    heading(2, 'Get in touch'),
    paragraph(
      'Call Lumin Health at [617-863-8810](tel:6178638810). For help in a crisis, see [Help in a crisis](page:help-in-a-crisis).',
    ),
  ],
})
