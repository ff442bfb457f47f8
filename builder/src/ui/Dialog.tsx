import { Dialog as Base } from "radix-ui";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useWayBack } from "./useWayBack";
import "./dialog.css";

/** A question in front of the page. Closes with Escape; keeps the focus inside. */
export function Dialog({ open, onClose, title, about, children, wide }:
  { open: boolean; onClose: () => void; title: string; about?: ReactNode; children: ReactNode; wide?: boolean }) {
  const back = useWayBack(open);
  return (
    <Base.Root open={open} onOpenChange={next => { if (!next) onClose(); }}>
      <Base.Portal>
        <Base.Overlay className="veil" />
        <Base.Content onCloseAutoFocus={back} className={wide ? "dialog wide" : "dialog"} {...(about ? {} : { "aria-describedby": undefined })}>
          <div className="dialog-head"><Base.Title>{title}</Base.Title><Base.Close className="button bare small" aria-label="Close"><X size={18} aria-hidden /></Base.Close></div>
          {about && <Base.Description className="quiet">{about}</Base.Description>}
          {children}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  );
}
