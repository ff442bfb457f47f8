import { Choice } from "../../ui/Choice";
import { SearchBox } from "../../ui/SearchBox";
import { figureSorts, noFolder, sorts, type Wish } from "./shown";

/** Search, filters and order above the list. */
export function ListTools({ wish, folders, withFigures, onChange }: { wish: Wish; folders: string[]; withFigures: boolean; onChange: (key: keyof Wish, value: string) => void }) {
  return (
    <div className="tools" role="search" aria-label="Workflows">
      <SearchBox label="Search workflows" value={wish.search} onChange={text => onChange("search", text)} />
      <Choice label="Folder" value={wish.folder} onChange={value => onChange("folder", value)}>
        <option value="">All</option>
        {folders.map(folder => <option key={folder}>{folder}</option>)}
        <option value={noFolder}>No folder</option>
      </Choice>
      <Choice label="State" value={wish.status} onChange={value => onChange("status", value)}>
        <option value="">All</option><option value="draft">Draft</option><option value="published">Published</option><option value="paused">Paused</option><option value="deleted">Deleted</option>
      </Choice>
      <Choice label="Sort by" value={wish.sort} onChange={value => onChange("sort", value)}>
        {Object.entries({ ...sorts, ...(withFigures ? figureSorts : {}) }).map(([key, [label]]) => <option key={key} value={key}>{label}</option>)}
      </Choice>
    </div>
  );
}
