/** The mark and the centre's name. */
export function Brand({ name }: { name: string }) {
  return (
    <span class="brand">
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
        <rect class="brand-tile" width="24" height="24" rx="6" />
        <path
          class="brand-line"
          d="M6 10a6 6 0 0 1 12 0M6 10v4.5A1.5 1.5 0 0 0 7.5 16h1v-5H6M18 10v4.5a1.5 1.5 0 0 1-1.5 1.5h-1v-5H18M16.5 16c0 1.8-1.2 2.8-3 2.8h-1"
        />
      </svg>
      <span class="brand-name">{name}</span>
    </span>
  );
}
