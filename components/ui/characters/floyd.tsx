/** Adult, mint, glasses, beard and a trumpet. */
export function Floyd() {
  return (
    <g stroke="#080808" strokeWidth="2.5" strokeLinecap="round" strokeLinejoin="round">
      <path d="M24 110c0-26 13-40 34-40s34 14 34 40z" fill="#96dac9" />
      <path d="M48 72l10 12 10-12v38H48z" fill="#fcf6e6" />
      <circle cx="58" cy="46" r="26" fill="#fcf6e6" />
      <path
        d="M32 48c2 4 8 5 12 5 5 0 9 2 14 2s9-2 14-2c4 0 10-1 12-5 2 20-9 31-26 31S30 68 32 48z"
        fill="#ffce00"
      />
      <path d="M50 62c5 4 11 4 16 0" fill="#fcf6e6" />
      <circle cx="48" cy="45" r="7" fill="#fcf6e6" />
      <circle cx="68" cy="45" r="7" fill="#fcf6e6" />
      <path d="M55 45h6M41 44l-8-2M75 44l8-2" fill="none" />
      <circle cx="48" cy="45" r="2.4" fill="#080808" stroke="none" />
      <circle cx="68" cy="45" r="2.4" fill="#080808" stroke="none" />
      <path d="M33 30c3-13 13-19 25-19s22 6 25 19z" fill="#4580e4" />
      <path d="M25 31h66" fill="none" strokeWidth="5" />
      <path d="M66 96h32l12-10v24L98 100H66z" fill="#ffae9e" />
      <path d="M74 96v-7M82 96v-7M90 96v-7" fill="none" strokeWidth="4" />
    </g>
  );
}
