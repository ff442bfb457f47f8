import "./person.css";

/** A round sign with somebody's initials; decoration beside the name. */
export function Person({ name, big }: { name: string; big?: boolean }) {
  const words = name.trim().split(/\s+/).filter(word => /^\p{L}/u.test(word));
  const initials = [words[0], words.length > 1 ? words[words.length - 1] : undefined].map(word => word?.[0]?.toUpperCase() ?? "").join("") || "?";
  const tint = [...name].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) % 6;
  return <span className={`person tint-${tint}${big ? " big" : ""}`} aria-hidden>{initials}</span>;
}
