using System.Text.Json;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Referring;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Referring;

/// <summary>Which workflows of a practice name something. Looks through every draft and what is published; a rare question, and
/// what does not even hold the name is passed over unread.</summary>
public sealed class UseFinder(IRecords records, ProductCatalogue catalogue)
{
    readonly RecordUses _uses = new(catalogue);

    /// <param name="within">Of a stage: its pipeline; uses beside another pipeline are not meant.</param>
    public async Task<IReadOnlyList<FoundUse>> Find(string practice, string kind, string id, string? within = null, CancellationToken ct = default)
    {
        var templates = await TemplatesNaming(practice, kind, id, ct);
        var found = new List<FoundUse>();
        string? cursor = null;
        do
        {
            var page = await records.List(Kinds.Workflow, practice, new Listing(200, cursor, Descending: false), ct);
            foreach (var workflow in page.Items.Where(workflow => workflow.Body.DeletedAt is null))
            {
                var published = workflow.Body.Version > 0 ? await records.Find(Kinds.Version, practice, $"{workflow.Id}.{workflow.Body.Version}", ct) : null;
                if (published is not null) found.AddRange(In(workflow, workflow.Body.Version, published.Body.Definition));
                if (published is null || workflow.Body.HasDraftChanges) found.AddRange(In(workflow, null, workflow.Body.Draft));
            }
            cursor = page.Next;
        } while (cursor is not null);
        return found;

        IEnumerable<FoundUse> In(Stored<Workflow> workflow, int? version, JsonElement definition)
        {
            var text = definition.ValueKind == JsonValueKind.Object ? definition.GetRawText() : "";
            if (!Holds(text, id) && !templates.Any(template => Holds(text, template.Id))) return [];
            return _uses.In(definition).Where(use => Meant(use) || templates.Any(template => use.Names("template", template.Id)))
                .Select(use => FoundUse.Of(workflow, version, use, PlaceWords.Of(use, definition) + Through(use)));
        }

        bool Meant(RecordUse use) => use.Names(kind, id) && (within is null || use.Within is null || use.Within == within);

        string Through(RecordUse use) => Meant(use) ? "" : $" (by the template “{templates.First(template => use.Names("template", template.Id)).Body.Name}”)";
    }

    /// <summary>JSON may write a letter as an escape; then the text is read to be sure.</summary>
    static bool Holds(string json, string id) => json.Contains(id, StringComparison.OrdinalIgnoreCase) || json.Contains("\\u", StringComparison.Ordinal);

    async Task<IReadOnlyList<Stored<MessageTemplate>>> TemplatesNaming(string practice, string kind, string id, CancellationToken ct)
    {
        if (kind is not ("field" or "value" or "link")) return [];
        var naming = new List<Stored<MessageTemplate>>();
        string? cursor = null;
        do
        {
            var page = await records.List(Kinds.Template, practice, new Listing(200, cursor, Descending: false), ct);
            naming.AddRange(page.Items.Where(template => TemplateUses.Of(template.Body).Contains((kind, id))));
            cursor = page.Next;
        } while (cursor is not null);
        return naming;
    }
}
