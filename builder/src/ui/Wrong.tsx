import { CircleAlert } from "lucide-react";
import { ApiError } from "../api/client";
import "./wrong.css";

/** Why the last attempt was refused, beside the button that made it: field by field where the API says so. */
export function Wrong({ error }: { error: Error | null | undefined }) {
  if (!error) return null;
  const fields = error instanceof ApiError && !error.problem?.detail ? error.problem?.errors ?? [] : [];
  return <p className="wrong-note" role="alert"><CircleAlert size={16} aria-hidden /><span>{fields.length > 0 ? [...new Set(fields.map(one => one.message))].join(" ") : error.message}</span></p>;
}
