import { aDayOfEsketamineTreatment } from './content/articles/a-day-of-esketamine-treatment.ts'
import { afterYourTreatment } from './content/articles/after-your-treatment.ts'
import { esketamineAndKetamineCompared } from './content/articles/esketamine-and-ketamine-compared.ts'
import { howKetamineMayWork } from './content/articles/how-ketamine-may-work.ts'
import { ketamineAndBipolarDepression } from './content/articles/ketamine-and-bipolar-depression.ts'
import { questionsToAskBeforeYouStart } from './content/articles/questions-to-ask-before-you-start.ts'
import { sideEffectsAndRisks } from './content/articles/side-effects-and-risks.ts'
import { standardTreatmentsForHardToTreatDepression } from './content/articles/standard-treatments-for-hard-to-treat-depression.ts'
import { whatIsKetamineTherapy } from './content/articles/what-is-ketamine-therapy.ts'
import { whatOffLabelMeans } from './content/articles/what-off-label-means.ts'
import { whatStudiesOfDepressionFound } from './content/articles/what-studies-of-depression-found.ts'
import { whatStudiesOfPtsdFound } from './content/articles/what-studies-of-ptsd-found.ts'
import { bipolarDepression } from './content/conditions/bipolar-depression.ts'
import { ptsd } from './content/conditions/ptsd.ts'
import { treatmentResistantDepression } from './content/conditions/treatment-resistant-depression.ts'
import { editorialTeam } from './content/editorial-team.ts'
import { faqsOnChoosingCare } from './content/faqs/choosing-care.ts'
import { faqsOnEvidence } from './content/faqs/evidence.ts'
import { faqsOnHowItWorks } from './content/faqs/how-it-works.ts'
import { faqsOnRules } from './content/faqs/rules.ts'
import { faqsOnSafety } from './content/faqs/safety.ts'
import { faqsOnTreatmentDay } from './content/faqs/treatment-day.ts'
import { about } from './content/pages/about.ts'
import { accessibility } from './content/pages/accessibility.ts'
import { editorialPolicy } from './content/pages/editorial-policy.ts'
import { helpInACrisis } from './content/pages/help-in-a-crisis.ts'
import { howWeReview } from './content/pages/how-we-review.ts'
import { privacy } from './content/pages/privacy.ts'
import { topics } from './content/topics.ts'
import type { StarterDocument } from './starter-document.ts'

/** Every text of the starter content. */
export const starterDocuments: readonly StarterDocument[] = [
  editorialTeam,
  ...topics,
  treatmentResistantDepression,
  ptsd,
  bipolarDepression,
  ...faqsOnHowItWorks,
  ...faqsOnTreatmentDay,
  ...faqsOnSafety,
  ...faqsOnEvidence,
  ...faqsOnRules,
  ...faqsOnChoosingCare,
  whatIsKetamineTherapy,
  esketamineAndKetamineCompared,
  whatOffLabelMeans,
  howKetamineMayWork,
  aDayOfEsketamineTreatment,
  sideEffectsAndRisks,
  whatStudiesOfDepressionFound,
  whatStudiesOfPtsdFound,
  ketamineAndBipolarDepression,
  standardTreatmentsForHardToTreatDepression,
  questionsToAskBeforeYouStart,
  afterYourTreatment,
  helpInACrisis,
  editorialPolicy,
  howWeReview,
  accessibility,
  privacy,
  about,
]
