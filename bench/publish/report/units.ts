/** For people: below ten with one digit after the point, else whole. */
function digits(value: number): string {
  return value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')
}

/** `12 ms` */
export const milliseconds = (value: number): string => `${digits(value)} ms`

/** `1.2 s` */
export const seconds = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} s`

/** `1.25 ×` */
export const times = (value: number): string => `${value < 10 ? value.toFixed(2) : digits(value)} ×`

/** `120 MB`, of 10^6 bytes each */
export const megabytes = (value: number): string => `${digits(value)} MB`

/** `33 kB`, of 10^3 bytes each */
export const kilobytes = (value: number): string => `${digits(value)} kB`
