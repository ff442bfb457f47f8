import { NavLink } from "react-router";
import type { ReactNode } from "react";
import { useActiveInView } from "./useActiveInView";
import "./tabs.css";

/** Parts of one page that each have an address. */
export function Tabs({ label, items, aside }: { label: string; items: { to: string; label: ReactNode; end?: boolean }[]; aside?: boolean }) {
  return (
    <nav ref={useActiveInView()} className={aside ? "tabs aside" : "tabs"} aria-label={label}>
      {items.map(item => <NavLink key={item.to} to={item.to} end={item.end ?? false}>{item.label}</NavLink>)}
    </nav>
  );
}
