import { requests } from '../api/requests.ts';
import { live, picture, reduce } from '../feed/picture.ts';

/** Reads the customer beside the live contact anew, after his record or whose contact it is was changed here. */
export function popAgain(): void {
  const contact = live.peek();
  if (contact === undefined) return;
  requests.interaction(contact.id).then(
    (pop) => {
      const now = live.peek();
      if (now?.id !== contact.id) return;
      const { customer: _, ...nameless } = now;
      const named = pop.interaction.customer;
      const told = named === undefined ? nameless : { ...nameless, customer: named };
      picture.value = reduce(picture.peek(), { type: 'interaction', interaction: told, pop });
    },
    // The card is then as old as the call, as it would be without this page.
    () => undefined,
  );
}
