export function TendPage() {
  return null;
}
