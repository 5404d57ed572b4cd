/** The moment at which the small contact centre stands. */
export const NOW = Date.now();
export const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();
export const inSeconds = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();
