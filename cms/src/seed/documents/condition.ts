import type { TreatmentStatus } from '../blocks.ts'
import { richText } from '../rich-text.ts'
import type { Part } from '../rich-text.ts'
import type { SourceKey } from '../sources.ts'
import { governance, withSources } from '../starter-document.ts'
import type { StarterDocument } from '../starter-document.ts'

/** What studies say, with how sure they are and where it stands. */
export type Evidence = {
  statement: string
  grade: 'high' | 'moderate' | 'low' | 'veryLow'
  source: SourceKey
}

/** A condition of the starter content. */
export type StarterCondition = {
  slug: string
  name: string
  abbreviation?: string
  alsoKnownAs: string[]
  /** Day of publication, `YYYY-MM-DD`. */
  published: string
  summary: string
  keyFacts: string[]
  /** Codes of ICD-10-CM and what they stand for. */
  icd10Codes: [code: string, label: string][]
  overview: Part[]
  symptoms: Part[]
  diagnosis: Part[]
  /** All standard options; they come before ketamine. */
  standardTreatments: Part[]
  evidence: Evidence[]
  treatmentStatuses: TreatmentStatus[]
  risks: Part[]
  whenToGetHelp: Part[]
  /** Name of the picture that shared links show. */
  socialImage: string
}

/** Prepares a condition for the load. */
export function condition(condition: StarterCondition): StarterDocument<'conditions'> {
  return {
    collection: 'conditions',
    slug: condition.slug,
    build: (writing) => ({
      name: condition.name,
      ...(condition.abbreviation && { abbreviation: condition.abbreviation }),
      alsoKnownAs: condition.alsoKnownAs.map((name) => ({ name })),
      slug: condition.slug,
      summary: condition.summary,
      keyFacts: condition.keyFacts.map((fact) => ({ fact })),
      icd10Codes: condition.icd10Codes.map(([code, label]) => ({ code, label })),
      ...withSources(
        (cited) => ({
          overview: richText(condition.overview, cited),
          symptoms: richText(condition.symptoms, cited),
          diagnosis: richText(condition.diagnosis, cited),
          standardTreatments: richText(condition.standardTreatments, cited),
          evidence: condition.evidence.map((row) => citing(row, cited.cite)),
          treatmentStatuses: condition.treatmentStatuses.map((row) => citing(row, cited.cite)),
          risks: richText(condition.risks, cited),
          whenToGetHelp: richText(condition.whenToGetHelp, cited),
        }),
        writing,
      ),
      seo: { image: writing.idOf(`picture:${condition.socialImage}`) },
      ...governance(condition.published, writing),
    }),
  }
}

function citing<Row extends { source?: SourceKey }>(row: Row, cite: (source: SourceKey) => void): Row {
  if (row.source) cite(row.source)
  return row
}
