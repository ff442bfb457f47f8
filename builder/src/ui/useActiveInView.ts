import { useEffect, useRef } from "react";
import { useLocation } from "react-router";

/** For a row of tabs that scrolls: the one that is open is to be seen. */
export function useActiveInView() {
  const row = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => { row.current?.querySelector(".active")?.scrollIntoView({ block: "nearest", inline: "nearest" }); }, [pathname]);
  return row;
}
