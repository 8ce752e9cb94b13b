/** Pre-school, coral, shakes a maraca. */
export function Alice() {
  return (
    <g stroke="#080808" strokeWidth="2.5" strokeLinecap="round" strokeLinejoin="round">
      <circle cx="32" cy="38" r="13" fill="#ffce00" />
      <circle cx="84" cy="38" r="13" fill="#ffce00" />
      <path d="M26 108c0-26 12-40 32-40s32 14 32 40z" fill="#ffae9e" />
      <circle cx="58" cy="48" r="29" fill="#fcf6e6" />
      <path d="M30 41c5-16 16-22 28-22s23 6 28 22c-11 1-20-2-27-9-7 7-17 10-29 9z" fill="#ffce00" />
      <circle cx="48" cy="52" r="2.6" fill="#080808" stroke="none" />
      <circle cx="68" cy="52" r="2.6" fill="#080808" stroke="none" />
      <path d="M50 61c4 5 12 5 16 0" fill="none" />
      <circle cx="41" cy="59" r="4" fill="#ffae9e" stroke="none" />
      <circle cx="75" cy="59" r="4" fill="#ffae9e" stroke="none" />
      <path d="M84 86l14-10" fill="none" />
      <path d="M96 82l6-17" fill="none" />
      <ellipse cx="105" cy="56" rx="9" ry="11" fill="#4580e4" transform="rotate(20 105 56)" />
      <path d="M98 53l15 5" fill="none" />
      <path d="M44 92h28" fill="none" stroke="#fcf6e6" strokeWidth="5" />
    </g>
  );
}
