import config from '@payload-config'
import { GRAPHQL_POST, REST_OPTIONS } from '@payloadcms/next/routes'
import { handleRequest } from '../../../../http/handle-request.ts'

export const POST = handleRequest(GRAPHQL_POST(config))
export const OPTIONS = REST_OPTIONS(config)
