/** The heads of lines that do not run straight down. */
export function Arrows() {
  const head = (id: string, name: string) => (
    <marker id={id} className={name} viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M 0 1 L 9 5 L 0 9 z" /></marker>
  );
  return <svg className="arrows" aria-hidden="true"><defs>{head("join-arrow", "head")}{head("jump-arrow", "head jump")}</defs></svg>;
}
