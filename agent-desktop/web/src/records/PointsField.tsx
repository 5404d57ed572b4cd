import type { ContactPoint, PointKind } from '../api/types.ts';
import { serverNow } from '../feed/clock.ts';
import { Icon } from '../parts/Icon.tsx';
import { t } from '../text/text.ts';
import { ChoiceField } from './choices.tsx';
import { pointOf } from './form.ts';
import { type Refused, saidAt } from './refused.ts';
import { TextField } from './TextField.tsx';

export const POINT_KINDS: readonly PointKind[] = ['PHONE', 'EMAIL', 'FAX', 'CHAT', 'WEB'];

interface Properties {
  points: readonly ContactPoint[];
  refused: Refused | undefined;
  onChange: (points: readonly ContactPoint[]) => void;
}

export function PointsField({ points, refused, onChange }: Properties) {
  const set = (at: number, point: ContactPoint) => onChange(points.map((one, index) => (index === at ? point : one)));
  return (
    <div class="wide-field rows">
      {points.map((point, at) => (
        <PointRow
          key={at}
          at={at}
          point={point}
          refused={refused}
          onChange={(changed) => set(at, changed)}
          onPrimary={(primary) => onChange(withPrimary(points, at, primary))}
          onRemove={() => onChange(points.filter((_, index) => index !== at))}
        />
      ))}
      <button
        type="button"
        class="row-add"
        data-testid="add-point"
        onClick={() => onChange([...points, pointOf('PHONE')])}
      >
        <Icon name="plus" />
        {t('point.add')}
      </button>
    </div>
  );
}

/** At most one of a kind is the one to use first. */
export function withPrimary(points: readonly ContactPoint[], at: number, primary: boolean): ContactPoint[] {
  const kind = points[at]?.kind;
  return points.map((point, index) => {
    if (index === at) return { ...point, primary };
    return primary && point.kind === kind ? { ...point, primary: false } : point;
  });
}

interface RowProperties {
  at: number;
  point: ContactPoint;
  refused: Refused | undefined;
  onChange: (point: ContactPoint) => void;
  onPrimary: (primary: boolean) => void;
  onRemove: () => void;
}

function PointRow({ at, point, refused, onChange, onPrimary, onRemove }: RowProperties) {
  const name = `points.${at}`;
  const { verifiedAt, ...unverified } = point;
  return (
    <div class="row" role="group" aria-label={t('point.number', { number: at + 1 })}>
      <div class="row-line">
        <ChoiceField
          name={`${name}.kind`}
          label={t('point.kind')}
          value={point.kind}
          choices={POINT_KINDS.map((kind) => ({ value: kind, label: t(`pointKind.${kind}`) }))}
          said={saidAt(refused, `${name}.kind`)}
          onChange={(kind) => onChange({ ...point, kind: kind as PointKind, primary: false })}
        />
        <TextField
          name={`${name}.value`}
          label={t('point.value')}
          value={point.value}
          refused={refused}
          onInput={(value) => onChange({ ...point, value })}
        />
        <TextField
          name={`${name}.label`}
          label={t('point.label')}
          value={point.label}
          refused={refused}
          onInput={(label) => onChange({ ...point, label })}
        />
        <button
          type="button"
          class="quiet square"
          aria-label={t('choice.remove', { name: point.value || t('point.number', { number: at + 1 }) })}
          onClick={onRemove}
        >
          <Icon name="bin" />
        </button>
      </div>
      <div class="chips">
        <Tick label={t('point.primary')} ticked={point.primary} onTick={onPrimary} />
        <Tick
          label={t('point.isVerified')}
          ticked={verifiedAt !== undefined}
          onTick={(verified) =>
            onChange(verified ? { ...point, verifiedAt: new Date(serverNow()).toISOString() } : unverified)
          }
        />
        <Tick
          label={t('point.doNotContact')}
          ticked={point.doNotContact}
          onTick={(doNotContact) => onChange({ ...point, doNotContact })}
        />
      </div>
    </div>
  );
}

export function Tick({ label, ticked, onTick }: { label: string; ticked: boolean; onTick: (ticked: boolean) => void }) {
  return (
    <label class="choice">
      <input type="checkbox" checked={ticked} onChange={(event) => onTick(event.currentTarget.checked)} />
      {label}
    </label>
  );
}
