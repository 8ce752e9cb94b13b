/** 12 to 17, blue, headphones and a guitar. */
export function Liam() {
  return (
    <g stroke="#080808" strokeWidth="2.5" strokeLinecap="round" strokeLinejoin="round">
      <path d="M30 110c0-26 11-40 30-40s30 14 30 40z" fill="#4580e4" />
      <circle cx="60" cy="44" r="26" fill="#fcf6e6" />
      <path
        d="M34 44c-3-20 10-32 27-32 18 0 29 12 25 31-5-2-8-6-9-11-5 4-12 5-18 3 1 3 1 5-1 7-8 0-17 0-24 2z"
        fill="#ffae9e"
      />
      <path d="M32 44c0-20 12-33 28-33s28 13 28 33" fill="none" strokeWidth="4" />
      <rect x="26" y="40" width="11" height="19" rx="5.5" fill="#ffce00" />
      <rect x="83" y="40" width="11" height="19" rx="5.5" fill="#ffce00" />
      <circle cx="51" cy="49" r="2.6" fill="#080808" stroke="none" />
      <circle cx="70" cy="49" r="2.6" fill="#080808" stroke="none" />
      <path d="M54 59c5 3 10 2 13-2" fill="none" />
      <path d="M66 85l30-18 4 6-30 18z" fill="#ffae9e" />
      <path d="M94 65l11-8 7 8-11 10z" fill="#fcf6e6" />
      <path
        d="M34 97c-2-9 6-15 14-13 4-5 13-6 17-1 6 1 8 8 4 12 1 8-6 12-12 10-9 7-21 2-23-8z"
        fill="#ffce00"
      />
      <circle cx="54" cy="95" r="5" fill="#080808" stroke="none" />
    </g>
  );
}
