import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { recipes } from "../../api/recipes";
import { Empty } from "../../ui/Empty";
import { Loaded } from "../../ui/Loaded";
import { Page } from "../../ui/Page";
import { SearchBox } from "../../ui/SearchBox";
import { TemplateCard } from "./TemplateCard";

/** Ready-made workflows by category. */
export function TemplateList() {
  const [address, setAddress] = useSearchParams();
  const [search, category] = [address.get("search") ?? "", address.get("category") ?? ""];
  const set = (key: string, value: string) => setAddress(now => { now.delete(key); if (value) now.set(key, value); return now; }, { replace: true });
  const list = useQuery({ queryKey: ["recipes"], queryFn: recipes, staleTime: Infinity });
  return (
    <Page title="Templates" wide intro="Workflows that others in your field use. Look at one, answer its few questions, and it becomes a draft of your own.">
      <Loaded query={list}>{all => {
        const categories = [...new Set(all.map(one => one.category))].sort();
        const words = search.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean);
        const found = all.filter(one => (!category || one.category === category) && words.every(word => `${one.name} ${one.description} ${one.category}`.toLocaleLowerCase().includes(word)));
        return <>
          <div className="tools" role="search" aria-label="Templates">
            <SearchBox label="Search templates" value={search} onChange={text => set("search", text)} />
            <div className="categories" role="group" aria-label="Category">{["", ...categories].map(one => <button key={one} type="button" aria-pressed={one === category} onClick={() => set("category", one)}>{one || "All"}</button>)}</div>
          </div>
          {found.length === 0 && <Empty title="No template fits">Try another word, or build one in your own words from the Workflows page.</Empty>}
          {categories.filter(one => found.some(recipe => recipe.category === one)).map(one => (
            <section key={one} className="template-group" aria-label={one}>
              <h2>{one}</h2>
              <ul className="templates">{found.filter(recipe => recipe.category === one).map(recipe => <TemplateCard key={recipe.key} recipe={recipe} />)}</ul>
            </section>
          ))}
        </>;
      }}</Loaded>
    </Page>
  );
}
