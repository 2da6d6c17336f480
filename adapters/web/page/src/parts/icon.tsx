const PATHS = {
  like: "M7 11v9H3v-9h4Zm0 0 4-8c1.7 0 3 1.3 3 3v4h5.2c1.4 0 2.4 1.3 2 2.6l-1.8 6c-.3.8-1 1.4-2 1.4H7",
  dislike:
    "M17 13V4h4v9h-4Zm0 0-4 8c-1.7 0-3-1.3-3-3v-4H4.800c-1.400 0-2.400-1.300-2-2.600l1.800-6c.300-.800 1-1.400 2-1.400H17",
  skip: "M5 5l9 7-9 7V5Zm13 0v14",
  seen: "M2 12s3.500-7 10-7 10 7 10 7-3.500 7-10 7S2 12 2 12Zm10 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z",
  later: "M6 3h12v18l-6-5-6 5V3Z",
  info: "M12 11v6m0-10v.500M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20Z",
  undo: "M8 5 3 10l5 5M3 10h11a6 6 0 0 1 0 12h-3",
  send: "M4 12h15m-6-6 6 6-6 6",
  close: "M6 6l12 12M18 6 6 18",
  star: "m12 3 2.800 5.800 6.200.900-4.500 4.400 1.100 6.300L12 17.400l-5.600 3 1.100-6.300L3 9.700l6.200-.900L12 3Z",
} as const;
export type IconName = keyof typeof PATHS;

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg
    viewBox="0 0 24 24"
    className="size-5 shrink-0"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={PATHS[name]} />
  </svg>
);
