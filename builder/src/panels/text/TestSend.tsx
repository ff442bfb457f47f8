import { Send } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui/Button";
import type { Step } from "../../model/definition";
import { TestDialog } from "./TestDialog";
import type { TestChannel } from "./testAddress";
import "./text.css";

/** Sends a step's message, as it is being written, to whoever writes it. */
export function TestSend({ id, step, channel }: { id: string; step: Step; channel: TestChannel }) {
  const [open, setOpen] = useState(false);
  return (
    <p className="test-send">
      <Button small onClick={() => setOpen(true)}><Send size={15} aria-hidden /> Send a test</Button>
      {open && <TestDialog id={id} step={step} channel={channel} onClose={() => setOpen(false)} />}
    </p>
  );
}
