import './branding.css'

/** The product's name, where people log in. */
export function Logo() {
  return (
    <span className="careword-logo">
      <Mark />
      Careword
    </span>
  )
}

/** A page with a line of text that ends in a heart: care, in words. */
function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className="careword-mark">
      <rect width="32" height="32" rx="8" fill="#0b4f57" />
      <path d="M8 10h16M8 15h10" stroke="#faf7f2" strokeWidth="2.5" strokeLinecap="round" />
      <path
        d="M20.5 26.2c-3.4-2.3-5-4-5-6 0-1.6 1.2-2.7 2.6-2.7 1 0 1.9.5 2.4 1.4.5-.9 1.4-1.4 2.4-1.4 1.4 0 2.6 1.1 2.6 2.7 0 2-1.6 3.7-5 6z"
        fill="#f0937a"
      />
    </svg>
  )
}

/** The mark alone, in the bar at the top. */
export function Icon() {
  return <Mark />
}
