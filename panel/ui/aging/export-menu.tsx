// The button that takes a report away: a menu of formats under it.
import type { Signal } from '@preact/signals';
import { Button } from '../part/button.tsx';
import { Icon } from '../part/icon.tsx';
import { Menu } from '../part/menu.tsx';
import { late } from '../words/late.ts';
import { FORMATS, type Format } from './export.ts';

type Props = { open: Signal<boolean>; heading: string; onPick: (format: Format) => void; onClose: () => void };

export function ExportMenu({ open, heading, onPick, onClose }: Props) {
  const w = late.value.aging;
  return (
    <span class="below">
      <Button
        caps={['E']}
        menu
        onPress={() => {
          open.value = !open.value;
        }}
      >
        <Icon name="up" />
        {w.export}
      </Button>
      {open.value && (
        <Menu
          label={w.export}
          heading={heading}
          items={FORMATS.map((format) => ({
            text: w.format[format],
            note: w.formatNote[format],
            onPick: () => onPick(format),
          }))}
          onClose={() => {
            open.value = false;
            onClose();
          }}
        />
      )}
    </span>
  );
}
