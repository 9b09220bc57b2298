/**
 * Every source that the starter content may cite.
 *
 * Only what was read in the source or in a reproduction of it is filled in. A title in plain words describes the source where
 * its exact title was not at hand; the DOI, the PubMed ID or the number names it exactly.
 */
type Source = {
  title: string
  authors?: string
  publisher?: string
  year?: number
  url?: string
  doi?: string
  pmid?: string
  /** Identifier in PubMed Central; the web address is made from it. */
  pmc?: string
}

const registry = {
  // Approvals and rules
  label: {
    title: 'Prescribing information for esketamine nasal spray (Spravato), version of March 13, 2026',
  },
  rems: {
    title: 'Esketamine safety program (REMS), update of December 31, 2024',
    publisher: 'US Food and Drug Administration',
    year: 2024,
  },
  compounded2023: {
    title: 'Alert on compounded ketamine, October 10, 2023',
    publisher: 'US Food and Drug Administration',
    year: 2023,
  },
  approvals: {
    title: 'Report on the approvals of esketamine, up to January 2025',
    doi: '10.1002/mhw.32471',
  },
  fdaOffLabel: {
    title: 'What off-label use of a medicine means',
    publisher: 'US Food and Drug Administration',
  },
  ta854: {
    title: 'Technology appraisal TA854: esketamine for treatment-resistant depression',
    publisher: 'National Institute for Health and Care Excellence (UK)',
  },
  professionals: {
    title: 'Side effects of esketamine in trials with an antidepressant: page for health professionals',
    publisher: 'Manufacturer of Spravato',
  },
  patientPage: {
    title: 'Patient page on esketamine nasal spray',
    publisher: 'PeaceHealth',
    url: 'https://www.peacehealth.org/',
  },

  // Depression
  nimhDepression: {
    title: 'Information on depression',
    publisher: 'National Institute of Mental Health',
    url: 'https://www.nimh.nih.gov/health/topics/depression',
  },
  definitions: {
    title: 'Paper on the definition of treatment-resistant depression',
    doi: '10.1038/s41380-021-01381-x',
  },
  definitionsReview: {
    title: 'Paper on how definitions of treatment-resistant depression vary',
    doi: '10.1002/da.23135',
  },
  voineskos2020: {
    title: 'Review of the care of treatment-resistant depression',
    authors: 'Voineskos and others',
    year: 2020,
    doi: '10.2147/NDT.S198774',
    pmc: 'PMC6982454',
  },
  rush2006: {
    title: 'STAR*D: results of up to four treatment steps for depression',
    authors: 'Rush and others',
    year: 2006,
    doi: '10.1176/ajp.2006.163.11.1905',
  },
  popova2019: {
    title: 'Trial of esketamine nasal spray with an antidepressant',
    authors: 'Popova and others',
    publisher: 'American Journal of Psychiatry',
    year: 2019,
  },
  janik2025: {
    title: 'Trial of esketamine nasal spray on its own',
    authors: 'Janik and others',
    year: 2025,
    doi: '10.1001/jamapsychiatry.2025.1317',
    pmid: '40601310',
  },
  reif2023: {
    title: 'Trial of esketamine nasal spray against quetiapine',
    authors: 'Reif and others',
    publisher: 'New England Journal of Medicine',
    year: 2023,
  },
  anand2023: {
    title: 'ELEKT-D: trial of ketamine against electroconvulsive therapy',
    authors: 'Anand and others',
    year: 2023,
    doi: '10.1056/NEJMoa2302399',
    pmid: '37224232',
  },
  singleInfusion: {
    title: 'Meta-analysis of the effect of a single ketamine infusion on depression',
    doi: '10.1176/appi.ajp.2015.15040465',
  },
  karmaDep2: {
    title: 'KARMA-Dep 2: trial of repeated ketamine infusions in people in the hospital with depression',
    doi: '10.1001/jamapsychiatry.2025.3019',
    pmid: '41123905',
  },
  zanos2018: {
    title: 'Review of how ketamine may act on depression',
    authors: 'Zanos and Gould',
    publisher: 'Molecular Psychiatry, volume 23, page 801',
    year: 2018,
  },

  // PTSD
  feder2014: {
    title: 'Trial of a single dose of ketamine for PTSD',
    authors: 'Feder and others',
    year: 2014,
    pmid: '24740528',
  },
  feder2021: {
    title: 'Trial of six ketamine infusions for PTSD',
    authors: 'Feder and others',
    year: 2021,
    doi: '10.1176/appi.ajp.2020.20050596',
  },
  abdallah2022: {
    title: 'Trial of ketamine for PTSD in veterans and service members',
    authors: 'Abdallah and others',
    year: 2022,
    doi: '10.1038/s41386-022-01266-9',
    pmid: '35046508',
  },
  vaDod2023: {
    title: 'Clinical practice guideline on PTSD, 2023',
    publisher: 'US Department of Veterans Affairs and Department of Defense',
    year: 2023,
  },
  vaDodSynopsis: {
    title: 'Synopsis of the 2023 VA/DoD guideline on PTSD',
    publisher: 'Annals of Internal Medicine, volume 177, issue 3',
    year: 2024,
    doi: '10.7326/M23-2757',
  },
  ptsdCenter: {
    title: 'Information on PTSD for patients and clinicians',
    publisher: 'National Center for PTSD, US Department of Veterans Affairs',
    url: 'https://www.ptsd.va.gov/',
  },
  ptsdMedicines: {
    title: 'Clinician’s Guide to Medications for PTSD',
    publisher: 'National Center for PTSD, US Department of Veterans Affairs',
    url: 'https://www.ptsd.va.gov/',
  },
  ovc: {
    title: 'Information on PTSD',
    publisher: 'Office for Victims of Crime, US Department of Justice',
    url: 'https://ovc.ojp.gov/',
  },

  // Bipolar disorder
  upToDateBipolar: {
    title: 'Bipolar major depression in adults',
    publisher: 'UpToDate',
  },
  bipolarMedicines: {
    title: 'Review of bipolar depression, table 1: approved medicines',
    publisher: 'General Psychiatry',
    url: 'https://gpsych.bmj.com/',
  },
  yatham2018: {
    title: 'CANMAT/ISBD 2018 guideline on bipolar disorder',
    authors: 'Yatham and others',
    year: 2018,
    doi: '10.1111/bdi.12609',
  },
  bapBipolar: {
    title: 'Guideline on bipolar disorder',
    publisher: 'British Association for Psychopharmacology',
  },
  diazgranados2010: {
    title: 'Trial of ketamine for bipolar depression, with lithium or valproate',
    authors: 'Diazgranados and others',
    year: 2010,
    pmc: 'PMC3000408',
  },
  zarate2012: {
    title: 'Second trial of ketamine for bipolar depression',
    authors: 'Zarate and others',
    year: 2012,
    pmid: '22297150',
  },

  // Anxiety, OCD, bladder
  socialAnxiety: {
    title: 'Study of ketamine for social anxiety disorder',
    doi: '10.1038/npp.2017.194',
  },
  glue2017: {
    title: 'Small study of ketamine for generalized anxiety',
    authors: 'Glue and others',
    publisher: 'Journal of Psychopharmacology, volume 31, page 1302',
    year: 2017,
  },
  ocdTrial: {
    title: 'Trial of ketamine for obsessive-compulsive disorder',
    pmc: 'PMC3799067',
  },
  ocdOpenLabel: {
    title: 'Open-label study of ketamine for obsessive-compulsive disorder',
    pmc: 'PMC3667652',
  },
  bladder: {
    title: 'Paper on ketamine use and bladder symptoms',
    doi: '10.52965/001c.38247',
  },
} as const satisfies Record<string, Source>

/** The key of a source, as citations name it. */
export type SourceKey = keyof typeof registry

/** Every key of the registry. */
export const sourceKeys = Object.keys(registry) as SourceKey[]

/** Whether the registry has a source with this key. */
export function isSourceKey(key: string): key is SourceKey {
  return Object.hasOwn(registry, key)
}

/** A source as a row of a document's sources. */
export type SourceRow = Omit<Source, 'pmc'> & { key: SourceKey }

/** A source as a row of a document's sources, with a web address wherever an identifier gives one. */
export function sourceRow(key: SourceKey): SourceRow {
  const { pmc, ...source }: Source = registry[key]
  const url = source.url ?? addressOf({ ...source, ...(pmc && { pmc }) })
  return { key, ...source, ...(url && { url }) }
}

function addressOf({ doi, pmid, pmc }: Pick<Source, 'doi' | 'pmid' | 'pmc'>): string | undefined {
  if (doi) return `https://doi.org/${doi}`
  if (pmid) return `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`
  if (pmc) return `https://pmc.ncbi.nlm.nih.gov/articles/${pmc}/`
  return undefined
}
