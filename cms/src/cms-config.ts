import path from 'node:path'
import { workspaceRoot } from '@careword/shared/workspace.ts'
import type { Config } from 'payload'
import sharp from 'sharp'
import { ensurePublisherKey } from './api-clients/publisher-key.ts'
import { tellLoggedOut } from './access/tell-logged-out.ts'
import { tellProblems } from './checks/refuse-problems.ts'
import { apiClients } from './collections/api-clients.ts'
import { articles } from './collections/articles.ts'
import { conditions } from './collections/conditions.ts'
import { faqs } from './collections/faqs.ts'
import { media } from './collections/media.ts'
import { pages } from './collections/pages.ts'
import { people } from './collections/people.ts'
import { redirects } from './collections/redirects.ts'
import { topics } from './collections/topics.ts'
import { users } from './collections/users.ts'
import { answerConflict } from './database/conflict-answer.ts'
import { databaseAdapter } from './database/database-adapter.ts'
import { deliveries } from './delivery/deliveries.ts'
import { deployHookStates } from './delivery/deploy-hooks/hook-states.ts'
import { startDeployHooks } from './delivery/deploy-hooks/scheduler.ts'
import { sendForecast } from './delivery/nudge.ts'
import type { NudgeTarget } from './delivery/nudge.ts'
import { peopleEndpoints } from './delivery/people-endpoints.ts'
import { reportEndpoints } from './delivery/report-endpoints.ts'
import { siteStatus } from './delivery/site-status.ts'
import { steeringEndpoints } from './delivery/steering-endpoints.ts'
import type { CmsEnvironment } from './environment.ts'
import { logEmail } from './email/log-email.ts'
import { feedEndpoints } from './feed/endpoints.ts'
import { clinic } from './globals/clinic.ts'
import { crisis } from './globals/crisis.ts'
import { navigation } from './globals/navigation.ts'
import { search } from './globals/search.ts'
import { MAX_FORM_MEBIBYTES } from './http/body-size.ts'
import { shippedMigrations } from './database/shipped-migrations.ts'
import { removals } from './publication/removals.ts'
import { retryScheduledPublishes } from './publication/scheduled-publish.ts'
import { rememberingWrittenDocuments } from './publication/written-documents.ts'
import { pageEditor } from './rich-text/page-editor.ts'
import { setupEndpoint } from './setup/setup-link.ts'
import { translations } from './branding/translations.ts'

const MAX_UPLOAD_BYTES = 20 * 1024 * 1024
/** The admin sends a document as one form field; what is too large for it is refused before it is read. */
const MAX_FORM_FIELD_BYTES = MAX_FORM_MEBIBYTES * 1024 * 1024
const MAX_DEPTH = 3

/** What a caller did wrong is one line in the log; only what the server did wrong comes with its stack. */
const loggingLevels = {
  APIError: 'info',
  AuthenticationError: 'info',
  // A save that was in another one's way; it is tried again.
  DocumentChangedError: 'debug',
  Forbidden: 'info',
  NotFound: 'debug',
  QueryError: 'info',
  ValidationError: 'info',
} as const

/**
 * Payload's configuration for an environment; tests make one of their own.
 *
 * @throws an error that names DATABASE_URI when no database can be told from it
 */
export function cmsConfig(environment: CmsEnvironment): Config {
  const secureCookies = environment.CMS_URL.startsWith('https://')
  const nudgeTarget: NudgeTarget = {
    publisherUrl: environment.PUBLISHER_URL,
    secret: environment.NUDGE_SECRET,
  }
  return {
    secret: environment.PAYLOAD_SECRET,
    serverURL: environment.CMS_URL,
    // An empty list would accept the login cookie from any origin.
    csrf: [environment.CMS_URL],
    cors: [],
    telemetry: false,
    maxDepth: MAX_DEPTH,
    defaultDepth: 0,
    db: rememberingWrittenDocuments(
      databaseAdapter({
        databaseUri: environment.DATABASE_URI,
        dataDirectory: environment.DATA_DIR,
        migrations: shippedMigrations,
      }),
      sendForecast,
    ),
    editor: pageEditor,
    sharp,
    email: logEmail,
    upload: {
      limits: { fileSize: MAX_UPLOAD_BYTES, fieldSize: MAX_FORM_FIELD_BYTES },
      abortOnLimit: true,
      responseOnLimit: 'The picture is larger than 20 MB. Make it smaller, then upload it again.',
    },
    collections: [
      conditions,
      articles,
      faqs,
      topics,
      media(path.join(environment.DATA_DIR, 'media')),
      pages,
      people,
      users({ secureCookies, setupToken: environment.SETUP_TOKEN }),
      apiClients,
      removals,
      deliveries,
      deployHookStates,
    ],
    globals: [clinic, crisis, navigation, search, siteStatus],
    plugins: [redirects],
    endpoints: [
      ...feedEndpoints,
      ...reportEndpoints,
      ...peopleEndpoints,
      ...steeringEndpoints,
      setupEndpoint(environment.SETUP_TOKEN, secureCookies),
    ],
    jobs: {
      enableConcurrencyControl: true,
      autoRun: [{ cron: '* * * * * *', queue: 'default', limit: 20 }],
      access: { run: () => false, queue: () => false, cancel: () => false },
    },
    i18n: { translations },
    hooks: { afterError: [answerConflict, tellProblems, tellLoggedOut] },
    graphQL: { disablePlaygroundInProduction: true, maxComplexity: 2000 },
    loggingLevels,
    admin: {
      user: 'users',
      avatar: 'default',
      meta: { titleSuffix: ' – Careword' },
      dateFormat: 'd MMM yyyy, HH:mm',
      components: {
        graphics: { Logo: '/branding/Logo.tsx#Logo', Icon: '/branding/Logo.tsx#Icon' },
        beforeDashboard: ['/delivery/admin/SiteOverview.tsx#SiteOverview'],
      },
      importMap: { baseDir: path.join(workspaceRoot(), 'cms/src') },
    },
    typescript: {
      outputFile: path.join(workspaceRoot(), 'shared/src/payload-types.ts'),
      // `shared/` knows nothing of Payload; generated-types.d.ts tells Payload of the types.
      declare: false,
    },
    custom: { nudgeTarget, siteUrl: environment.SITE_URL, deployHooks: environment.DEPLOY_HOOKS },
    onInit: async (payload) => {
      retryScheduledPublishes(payload)
      await ensurePublisherKey(payload, environment.PUBLISHER_API_KEY)
      startDeployHooks(payload)
    },
  }
}
