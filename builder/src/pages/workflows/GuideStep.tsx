import { ArrowUpRight, Check } from "lucide-react";
import { Link } from "react-router";

export function GuideStep({ number, done, next, title, words, to, link, outside }:
  { number: number; done: boolean; next: boolean; title: string; words: string; to: string; link: string; outside?: boolean }) {
  return (
    <li className={done ? "done" : next ? "next" : ""}>
      <span className="guide-number" aria-hidden>{done ? <Check size={15} /> : number}</span>
      <div>
        <strong>{title}<span className="hidden">{done ? " (done)" : ""}</span></strong>
        <p>{words}</p>
        {outside ? <a href={to} target="_blank" rel="noreferrer">{link} <ArrowUpRight size={14} aria-hidden /><span className="hidden"> in a new tab</span></a> : <Link to={to}>{link}</Link>}
      </div>
    </li>
  );
}
