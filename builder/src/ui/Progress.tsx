import "./progress.css";

/** How far something that takes time has come. */
export function Progress({ label, value, of }: { label: string; value: number; of: number | null }) {
  return <progress className="progress" aria-label={label} {...(of === null ? {} : { value, max: Math.max(of, 1) })} />;
}
