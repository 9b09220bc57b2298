import type { ImportMap } from 'payload'

/** The admin's components, by path; the build writes the module itself from the configuration. */
export declare const importMap: ImportMap
