import { Toast } from "radix-ui";
import { createContext, useContext, useMemo, useState, type ReactNode } from "react";
import "./toasts.css";

type Say = (text: string, kind?: "good" | "bad") => void;
const Saying = createContext<Say>(() => {});

/** Says in a corner what has just happened. */
export const useSay = () => useContext(Saying);

export function Toasts({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<{ id: number; text: string; kind: string }[]>([]);
  const say = useMemo<Say>(() => (text, kind = "good") => setSaid(all => [...all.slice(-3), { id: Date.now() + Math.random(), text, kind }]), []);
  return (
    <Toast.Provider duration={6_000} label="Notice">
      <Saying value={say}>{children}</Saying>
      {said.map(one => (
        <Toast.Root key={one.id} className={`toast ${one.kind}`} onOpenChange={open => { if (!open) setSaid(all => all.filter(x => x.id !== one.id)); }}>
          <Toast.Description>{one.text}</Toast.Description>
          <Toast.Close className="toast-close" aria-label="Close">×</Toast.Close>
        </Toast.Root>
      ))}
      <Toast.Viewport className="toasts" />
    </Toast.Provider>
  );
}
