import type { Customer, CustomerDraft } from '../api/types.ts';

/** A customer as he is, to be changed. */
export function customerDraft(customer: Customer): CustomerDraft {
  const {
    id: _id,
    version: _version,
    since: _since,
    changedAt: _changedAt,
    organisation,
    owner,
    neverOffered,
    ...rest
  } = customer;
  return {
    ...rest,
    ...(organisation === undefined ? {} : { organisation: organisation.id }),
    ...(owner === undefined ? {} : { owner: owner.id }),
    ...(neverOffered === undefined ? {} : { neverOffered: neverOffered.map((agent) => agent.id) }),
  };
}
