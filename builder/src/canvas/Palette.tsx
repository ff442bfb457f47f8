import { Search } from "lucide-react";
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useLoadedCatalogue } from "../catalogue/CatalogueContext";
import { Dialog } from "../ui/Dialog";
import { found } from "./found";
import { paletteItems, type PaletteItem } from "./paletteItems";
import { useBuilder, useBuilderStore, useDefinition, type Palette as Where } from "./store";
import "./palette.css";

/** Everything that can be added, by category and with a search. Arrows choose, Enter adds. */
export function Palette() {
  const builder = useBuilderStore();
  const where = useBuilder(s => s.palette);
  const close = () => builder.getState().set({ palette: null, focusAsked: builder.getState().focusAsked + 1 });
  return (
    <Dialog open={where !== null} onClose={close} title={where && "trigger" in where ? "Add a trigger" : "Add a step"} wide>
      {where && <Choice where={where} />}
    </Dialog>
  );
}

function Choice({ where }: { where: Where }) {
  const builder = useBuilderStore();
  const catalogue = useLoadedCatalogue();
  const definition = useDefinition();
  const [page, setPage] = useState<"" | "join" | "goto">("");
  const [search, setSearch] = useState("");
  const [category, setCategory] = useState("");
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  // At once, not deferred: who types fast and presses Enter means what is typed.
  const words = search.trim().toLowerCase();
  const all = useMemo(() => paletteItems(builder, catalogue, definition, where, page), [builder, catalogue, definition, where, page]);
  const categories = useMemo(() => [...new Set(all.map(item => item.category))], [all]);
  // Categories stay together only while nothing is searched for.
  const shown = useMemo(() => found(all.filter(item => !category || item.category === category), words), [all, category, words]);
  useEffect(() => setAt(0), [words, category, page]);
  useEffect(() => { list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }); }, [at]);
  const choose = (item: PaletteItem | undefined) => {
    if (!item || item.why) return;
    if (item.page) { setPage(item.page); setSearch(""); setCategory(""); } else item.act();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); setAt(now => Math.max(0, Math.min(shown.length - 1, now + (event.key === "ArrowDown" ? 1 : -1)))); }
    else if (event.key === "Enter") { event.preventDefault(); choose(shown[at]); }
  };
  let shownCategory = "";
  return (
    <div className="palette">
      <div className="palette-search">
        <Search size={17} aria-hidden />
        <input autoFocus type="search" role="combobox" aria-expanded="true" aria-controls={`${id}-list`} aria-activedescendant={shown[at] ? `${id}-${at}` : undefined} aria-label="Search" placeholder={page ? "Which step?" : "trigger" in where ? "Search, for example “booked” or “no-show”" : "Search, for example “text” or “wait”"}
          value={search} onChange={event => setSearch(event.target.value)} onKeyDown={keys} />
      </div>
      {!page && categories.length > 1 && (
        <div className="palette-categories" role="group" aria-label="Categories">
          {["", ...categories].map(name => <button key={name} type="button" aria-pressed={category === name} onClick={() => setCategory(name)}>{name || "All"}</button>)}
        </div>
      )}
      <div className="palette-list" id={`${id}-list`} role="listbox" aria-label="What can be added" ref={list}>
        {shown.length === 0 && <p className="quiet palette-none">Nothing is called “{search}”. Try another word.</p>}
        {shown.map((item, place) => {
          const heading = !words && item.category !== shownCategory ? (shownCategory = item.category) : null;
          const Icon = item.icon;
          return (
            <div key={item.key} role="presentation">
              {heading && <h3 role="presentation">{heading}</h3>}
              <div id={`${id}-${place}`} role="option" aria-selected={place === at} aria-disabled={item.why ? true : undefined} className={`palette-item kind-${item.kind}`} onMouseMove={() => place !== at && setAt(place)} onClick={() => choose(item)}>
                <span className="tile"><Icon size={18} aria-hidden /></span>
                <span className="grow"><strong>{item.label}</strong><small>{item.why ?? item.help}</small></span>
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}
