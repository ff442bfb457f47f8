import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { Link } from "react-router";
import { recipe } from "../../api/recipes";
import { Badge } from "../../ui/Badge";
import { Loaded } from "../../ui/Loaded";
import { Page } from "../../ui/Page";
import { Section } from "../../ui/Section";
import { Needs } from "./Needs";
import { ParameterForm } from "./ParameterForm";
import { Picture } from "./Picture";

/** The whole of a template, what it needs, and its questions. */
export function TemplatePreview({ recipeKey }: { recipeKey: string }) {
  const query = useQuery({ queryKey: ["recipes", recipeKey], queryFn: () => recipe(recipeKey), staleTime: 10_000 });
  return (
    <Page title={query.data?.name ?? "Template"} wide lead={<Link to="/templates" className="button bare small icon" aria-label="Back to all templates"><ArrowLeft size={19} aria-hidden /></Link>}>
      <Loaded query={query}>{whole => (
        <div className="preview">
          <div>
            <Section title="About" actions={<Badge>{whole.category}</Badge>}><p>{whole.description}</p>{whole.about && <p className="quiet">{whole.about}</p>}</Section>
            {whole.needs.length > 0 && <Section title="What it needs"><Needs needs={whole.needs} missing={whole.missing} /></Section>}
            <Section title="Make it yours"><ParameterForm recipe={whole} /></Section>
          </div>
          <Picture definition={whole.definition} name={whole.name} />
        </div>
      )}</Loaded>
    </Page>
  );
}
