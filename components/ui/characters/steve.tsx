/** 6 to 11, yellow, drums. */
export function Steve() {
  return (
    <g stroke="#080808" strokeWidth="2.5" strokeLinecap="round" strokeLinejoin="round">
      <path d="M28 108c0-24 12-38 32-38s32 14 32 38z" fill="#ffce00" />
      <circle cx="60" cy="45" r="27" fill="#fcf6e6" />
      <path
        d="M32 42c0-18 12-29 28-29 17 0 28 11 28 28-8-1-13-4-16-9-9 8-24 11-40 10z"
        fill="#4580e4"
      />
      <path d="M86 40c9-1 15 1 20 5-6 3-13 3-20 1z" fill="#2a5db8" />
      <circle cx="51" cy="50" r="2.6" fill="#080808" stroke="none" />
      <circle cx="70" cy="50" r="2.6" fill="#080808" stroke="none" />
      <path d="M52 59c5 6 13 6 18 0z" fill="#ffae9e" />
      <rect x="34" y="88" width="52" height="22" rx="5" fill="#ffae9e" />
      <ellipse cx="60" cy="88" rx="26" ry="7" fill="#fcf6e6" />
      <path d="M34 95l9 15M52 96l8 14 8-14M86 95l-9 15" fill="none" />
      <path d="M20 72l31 14M100 72L69 86" fill="none" />
      <circle cx="18" cy="71" r="4" fill="#96dac9" />
      <circle cx="102" cy="71" r="4" fill="#96dac9" />
    </g>
  );
}
