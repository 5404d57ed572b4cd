import { call } from './http.ts';
import type { ContactPage, Customer, CustomerDraft, Device, Pop, Session } from './types.ts';

const part = encodeURIComponent;

/** The requests of docs/api.md, by their verbs. */
export const requests = {
  /** Nothing while nobody is signed in. */
  session: () => call<Session | undefined>('GET', '/session'),
  signIn: (login: string, password: string) => call<Session>('POST', '/session', { login, password }),
  signOut: () => call('DELETE', '/session'),

  ready: () => call('PUT', '/seat', { state: 'READY' }),
  takeBreak: (reason: string) => call('PUT', '/seat', { state: 'ON_BREAK', reason }),
  leave: () => call('PUT', '/seat', { state: 'SIGNED_OUT' }),
  chooseDevice: (device: Device) => call('PUT', '/seat/device', { device }),

  /** Of what is written; a call is accepted by answering the phone. */
  accept: (offer: string) => call('POST', `/offers/${part(offer)}/accept`),
  decline: (offer: string) => call('POST', `/offers/${part(offer)}/decline`),
  end: (id: string) => call('POST', `/interactions/${part(id)}/end`),
  mute: (id: string, muted: boolean) => call('POST', `/interactions/${part(id)}/mute`, { muted }),
  hold: (id: string, held: boolean) => call('POST', `/interactions/${part(id)}/hold`, { held }),
  transferToQueue: (id: string, queue: string) => call('POST', `/interactions/${part(id)}/transfer`, { queue }),
  transferToNumber: (id: string, number: string) => call('POST', `/interactions/${part(id)}/transfer`, { number }),
  reattach: (id: string) => call('POST', `/interactions/${part(id)}/reattach`),
  extendWrapUp: (id: string) => call('POST', `/interactions/${part(id)}/wrap-up/extend`),
  wrapUp: (id: string, form: { disposition?: string; note?: string; done: boolean }) =>
    call('PUT', `/interactions/${part(id)}/wrap-up`, form),

  interaction: (id: string) => call<Pop>('GET', `/interactions/${part(id)}`),
  customer: (id: string) => call<Customer>('GET', `/customers/${part(id)}`),
  changeCustomer: (id: string, version: number, draft: CustomerDraft) =>
    call<Customer>('PUT', `/customers/${part(id)}`, draft, version),

  signOutSeat: (agent: string) => call('POST', `/board/seats/${part(agent)}/sign-out`),
  toFront: (id: string) => call('POST', `/board/waiting/${part(id)}/front`),
  moveToQueue: (id: string, queue: string) => call('POST', `/board/waiting/${part(id)}/queue`, { queue }),

  contactPage: () => call<ContactPage>('GET', '/contact'),
};
