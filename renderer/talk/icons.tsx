import type { ReactNode } from 'react';

/** A picture. */
export function PictureIcon() {
  return (
    <Icon>
      <rect x="2.75" y="3.75" width="14.5" height="12.5" rx="2" />
      <circle cx="7" cy="8" r="1.4" />
      <path d="m3 14 4-3.5 3 2.5 3.5-3.5 3.5 3.5" />
    </Icon>
  );
}

/** A microphone. */
export function MicIcon() {
  return (
    <Icon>
      <rect x="7.25" y="2.5" width="5.5" height="9" rx="2.75" />
      <path d="M4.5 9.5a5.5 5.5 0 0 0 11 0M10 15v2.5" />
    </Icon>
  );
}

/** Send. */
export function SendIcon() {
  return (
    <Icon>
      <path d="M10 16V4.5M5 9l5-5 5 5" />
    </Icon>
  );
}

/** Close. */
export function CrossIcon() {
  return (
    <Icon>
      <path d="m5 5 10 10M15 5 5 15" />
    </Icon>
  );
}

/** A smiling face. */
export function SmileIcon() {
  return (
    <Icon>
      <circle cx="10" cy="10" r="7.25" />
      <path d="M7 12c1.6 2 4.4 2 6 0M7.5 7.8v.4M12.5 7.8v.4" />
    </Icon>
  );
}

function Icon(props: { readonly children: ReactNode }) {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {props.children}
    </svg>
  );
}
