/** The mark and the centre's name. */
export function Brand({ name }: { name: string }) {
  return (
    <span class="brand">
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
        <rect class="brand-tile" width="24" height="24" rx="6" />
        <path
          class="brand-line"
          d="M6 10a6 6 0 0 1 12 0M6 10v4.500A1.500 1.500 0 0 0 7.500 16h1v-5H6M18 10v4.500a1.500 1.500 0 0 1-1.500 1.500h-1v-5H18M16.500 16c0 1.800-1.200 2.800-3 2.800h-1"
        />
      </svg>
      <span class="brand-name">{name}</span>
    </span>
  );
}
