import { useEffect, useState } from 'preact/hooks';
import { cases } from '../api/cases.ts';
import type { Contact } from '../api/types.ts';
import { wordsFor } from '../app/toasts.ts';
import { ContactItem } from '../desktop/ContactItem.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { t } from '../text/text.ts';
import { caseChanges } from './attached.ts';

/** Every contact about this case, newest first. */
export function CaseContacts({ id }: { id: string }) {
  const { contacts, problem, again } = useCaseContacts(id);
  return (
    <section class="record-part" aria-labelledby="case-contacts" data-testid="case-contacts">
      <h2 id="case-contacts">{t('case.contacts')}</h2>
      {problem !== undefined && <Refusal text={problem} again={again} />}
      {contacts === undefined && problem === undefined && <Skeleton lines={3} />}
      {contacts?.length === 0 && <p class="secondary">{t('case.noContacts')}</p>}
      {contacts !== undefined && (
        <ul class="contacts">
          {contacts.map((contact) => (
            <ContactItem key={contact.id} contact={contact} showCustomer={true} />
          ))}
        </ul>
      )}
    </section>
  );
}

export function useCaseContacts(id: string) {
  const [contacts, setContacts] = useState<readonly Contact[]>();
  const [problem, setProblem] = useState<string>();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let here = true;
    setProblem(undefined);
    cases.interactions(id).then(
      (found) => here && setContacts(found),
      (error) => here && setProblem(wordsFor(error)),
    );
    return () => {
      here = false;
    };
  }, [id, asked, caseChanges.value]);
  return { contacts, problem, again: () => setAsked(asked + 1) };
}
