import type { ReactNode } from "react";
import "./badge.css";

/** A short state, in words first and colour second. */
export function Badge({ kind = "plain", children }: { kind?: "plain" | "good" | "warning" | "danger" | "info"; children: ReactNode }) {
  return <span className={`badge ${kind}`}>{children}</span>;
}
