import { buildConfig } from 'payload'
import { cmsConfig } from './cms-config.ts'
import { readCmsEnvironment } from './environment.ts'

export default buildConfig(cmsConfig(readCmsEnvironment()))
