import { DropdownMenu } from "radix-ui";
import { ArrowDown, ArrowUp, Copy, CopyPlus, EllipsisVertical, PencilLine, Power, Scissors, Trash2 } from "lucide-react";
import { memo, useState } from "react";
import { useLoadedCatalogue } from "../../catalogue/CatalogueContext";
import { copy, duplicate, remove, shift, toggle } from "../commands";
import { stepKey, useBuilder, useBuilderStore } from "../store";
import "../../ui/menu.css";

/** Everything that can be done with a step, for those who look for it. The menu itself is made when it is opened. */
export const CardMenu = memo(function CardMenu({ id, name, reach }: { id: string; name: string; reach: boolean }) {
  const builder = useBuilderStore();
  const catalogue = useLoadedCatalogue();
  const readOnly = useBuilder(s => s.readOnly);
  const off = useBuilder(s => s.history.now.steps[id]?.enabled === false);
  const [open, setOpen] = useState(false);
  if (readOnly) return null;
  const act = (what: () => void) => () => { if (!builder.getState().selected.has(stepKey(id))) builder.getState().go(stepKey(id)); what(); };
  const items = [
    { label: "Edit", keys: "Enter", icon: PencilLine, act: () => builder.getState().open(stepKey(id)) },
    { label: "Duplicate", keys: "Ctrl D", icon: CopyPlus, act: () => duplicate(builder) },
    { label: "Copy", keys: "Ctrl C", icon: Copy, act: () => void copy(builder, catalogue) },
    { label: "Cut", keys: "Ctrl X", icon: Scissors, act: () => void copy(builder, catalogue, true) },
    { label: "Move up", keys: "Alt ↑", icon: ArrowUp, act: () => shift(builder, catalogue, true) },
    { label: "Move down", keys: "Alt ↓", icon: ArrowDown, act: () => shift(builder, catalogue, false) },
    { label: off ? "Switch on" : "Switch off", keys: "E", icon: Power, act: () => toggle(builder, catalogue) },
    { label: "Delete", keys: "Del", icon: Trash2, act: () => remove(builder, catalogue) },
  ];
  return (
    <DropdownMenu.Root open={open} onOpenChange={setOpen} modal={false}>
      <DropdownMenu.Trigger className="card-menu nodrag" aria-label={`More for ${name}`} tabIndex={reach ? 0 : -1} onClick={event => event.stopPropagation()}><EllipsisVertical size={16} aria-hidden /></DropdownMenu.Trigger>
      {open && (
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu" align="start" side="right" sideOffset={6} onClick={event => event.stopPropagation()}>
            {items.map(({ label, keys, icon: Icon, act: what }) => (
              <DropdownMenu.Item key={label} className={label === "Delete" ? "menu-item danger" : "menu-item"} onSelect={act(what)}><Icon size={15} aria-hidden /><span className="grow">{label}</span><kbd aria-hidden>{keys}</kbd></DropdownMenu.Item>
            ))}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      )}
    </DropdownMenu.Root>
  );
});
