import { useEffect, useRef, type ReactNode } from "react";
import { NavLink, useLocation } from "react-router";
import "./tabs.css";

/** Parts of one page that each have an address. */
export function Tabs({ label, items, aside }: { label: string; items: { to: string; label: ReactNode; end?: boolean }[]; aside?: boolean }) {
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a narrow screen they scroll sideways: the one that is open is to be seen.
  useEffect(() => {
    const open = nav.current?.querySelector<HTMLElement>("[aria-current]");
    if (open) nav.current!.scrollLeft = open.offsetLeft - (nav.current!.clientWidth - open.offsetWidth) / 2;
  }, [pathname]);
  return (
    <nav ref={nav} className={aside ? "tabs aside" : "tabs"} aria-label={label}>
      {items.map(item => <NavLink key={item.to} to={item.to} end={item.end ?? false}>{item.label}</NavLink>)}
    </nav>
  );
}
