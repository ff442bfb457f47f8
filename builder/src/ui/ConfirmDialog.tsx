import type { ReactNode } from "react";
import { Button } from "./Button";
import { Dialog } from "./Dialog";

/** Asks before something that cannot be undone. The safe answer has the focus. */
export function ConfirmDialog({ open, onClose, onConfirm, title, children, confirm, keep = "Keep it as it is", busy, harmless }:
  { open: boolean; onClose: () => void; onConfirm: () => void; title: string; children?: ReactNode; confirm: string; keep?: string; busy?: boolean; harmless?: boolean }) {
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <div>{children}</div>
      <div className="dialog-foot">
        <Button autoFocus onClick={onClose}>{keep}</Button>
        <Button look={harmless ? "main" : "danger"} disabled={busy} onClick={onConfirm}>{confirm}</Button>
      </div>
    </Dialog>
  );
}
