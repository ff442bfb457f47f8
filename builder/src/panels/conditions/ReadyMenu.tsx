import { ListChecks } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useMemo, useRef } from "react";
import type { ReadyCondition } from "../../catalogue/descriptors";
import { useLoadedCatalogue } from "../../catalogue/CatalogueContext";
import { fieldNamed, type FieldGroup } from "../../catalogue/mergeFields";

/** Questions that are often asked; those about something that never comes to this workflow are left out. */
export function ReadyMenu({ groups, label, onPick }: { groups: readonly FieldGroup[]; label: string; onPick: (ready: ReadyCondition) => void }) {
  const catalogue = useLoadedCatalogue();
  const picked = useRef(false);
  const categories = useMemo(() => {
    const fitting = catalogue.ready.filter(ready => ready.fields.every(field => fieldNamed(groups, field)));
    return [...new Set(fitting.map(ready => ready.category))].map(category => [category, fitting.filter(ready => ready.category === category)] as const);
  }, [catalogue, groups]);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="button bare small" aria-label={`Ready conditions for ${label}`}><ListChecks size={15} aria-hidden />Ready conditions</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        {/* The first blank gets the focus, not the button again. */}
        <DropdownMenu.Content className="menu ready-menu" align="start" sideOffset={4} collisionPadding={8} onCloseAutoFocus={event => { if (picked.current) event.preventDefault(); picked.current = false; }}>
          {categories.map(([category, list]) => (
            <DropdownMenu.Group key={category}>
              <DropdownMenu.Label className="menu-label">{category}</DropdownMenu.Label>
              {list.map(ready => (
                <DropdownMenu.Item key={ready.key} className="menu-item ready-item" textValue={ready.name} onSelect={() => { picked.current = true; onPick(ready); }}>
                  <span>{ready.name}</span><small>{ready.help}</small>
                </DropdownMenu.Item>
              ))}
            </DropdownMenu.Group>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
