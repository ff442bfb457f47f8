import { DropdownMenu } from "radix-ui";
import { EllipsisVertical } from "lucide-react";
import type { ReactNode } from "react";
import "./menu.css";

export interface MenuItem { label: string; icon?: ReactNode; onSelect: () => void; danger?: boolean; disabled?: boolean }

/** What can be done with one thing; `null` draws a line between groups. */
export function Menu({ label, items, trigger }: { label: string; items: (MenuItem | null)[]; trigger?: ReactNode }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        {trigger ?? <button type="button" className="button bare small icon" aria-label={label}><EllipsisVertical size={18} aria-hidden /></button>}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          {items.map((item, at) => item === null ? <DropdownMenu.Separator key={at} className="menu-line" /> : (
            <DropdownMenu.Item key={item.label} className={item.danger ? "menu-item danger" : "menu-item"} disabled={item.disabled ?? false} onSelect={item.onSelect}>
              {item.icon}{item.label}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
