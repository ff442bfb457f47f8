import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "./Button";
import "./copy-text.css";

/** An address or a secret, with a button that copies it. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const [done, setDone] = useState(false);
  const copy = () => void navigator.clipboard.writeText(text).then(() => { setDone(true); setTimeout(() => setDone(false), 2_000); });
  return (
    <span className="copy-text">
      <code>{text}</code>
      <Button small look="bare" onClick={copy} aria-label={`Copy ${label}`}>{done ? <><Check size={15} aria-hidden /> Copied</> : <><Copy size={15} aria-hidden /> Copy</>}</Button>
    </span>
  );
}
