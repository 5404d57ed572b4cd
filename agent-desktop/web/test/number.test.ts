import { expect, test } from 'vitest';
import { groups } from '../src/text/number.ts';

test.each([
  ['+493012345678', ['+49', '301', '234', '5678']],
  ['+12125550123', ['+1', '212', '555', '0123']],
  ['+8613912345678', ['+86', '139', '1234', '5678']],
  ['+358401234567', ['+358', '401', '234', '567']],
  ['1001', ['1001']],
  ['<script>', ['<script>']],
  ['', ['']],
])('%s', (number, parts) => {
  expect(groups(number)).toEqual(parts);
  expect(parts.join('')).toBe(number);
});
