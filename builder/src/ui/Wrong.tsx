import { CircleAlert } from "lucide-react";
import "./wrong.css";

/** Why the last attempt was refused, beside the button that made it. */
export function Wrong({ error }: { error: Error | null | undefined }) {
  if (!error) return null;
  return <p className="wrong-note" role="alert"><CircleAlert size={16} aria-hidden />{error.message}</p>;
}
