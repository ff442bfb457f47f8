import { useNow } from "../api/clock";
import { useSettings } from "../api/lists";
import { dayAndTime, fromNow } from "./time";

/** A moment, in the practice's time zone; `ago` says how far it is from now, with the moment itself on hover. */
export function When({ at, ago }: { at: string | null | undefined; ago?: boolean | "short" }) {
  const zone = useSettings().data?.timeZone;
  const now = useNow();
  if (!at) return null;
  const exact = dayAndTime(at, zone, now);
  return <time dateTime={at} title={ago ? exact : undefined}>{ago ? fromNow(at, now, ago === "short" ? "short" : "long") : exact}</time>;
}
