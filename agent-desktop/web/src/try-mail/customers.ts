import type { MailAddress } from '../api/mail.ts';

/** Who somebody may be who tries it out. Nobody has these addresses (RFC 2606). */
export const CUSTOMERS: readonly MailAddress[] = [
  { name: 'Käthe Schönfeld', address: 'kaethe@customer.example' },
  { name: '王小明', address: 'xiaoming@customer.example' },
  { name: 'Omar Haddad', address: 'omar@customer.example' },
];
