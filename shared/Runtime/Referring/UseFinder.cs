using System.Runtime.CompilerServices;
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
        await foreach (var (workflow, version, definition) in Definitions(practice, ct))
        {
            var text = definition.ValueKind == JsonValueKind.Object ? definition.GetRawText() : "";
            if (!Holds(text, id) && !templates.Any(template => Holds(text, template.Id))) continue;
            found.AddRange(_uses.In(definition).Where(use => Meant(use) || templates.Any(template => use.Names("template", template.Id)))
                .Select(use => FoundUse.Of(workflow, version, use, PlaceWords.Of(use, definition) + Through(use))));
        }
        return found;

        bool Meant(RecordUse use) => use.Names(kind, id) && (within is null || use.Within is null || use.Within == within);

        string Through(RecordUse use) => Meant(use) ? "" : $" (by the template “{templates.First(template => use.Names("template", template.Id)).Body.Name}”)";
    }

    /// <summary>Everything of one kind that workflows name.</summary>
    public async Task<IReadOnlyList<(string WorkflowId, string Id)>> All(string practice, string kind, CancellationToken ct = default)
    {
        var all = new HashSet<(string, string)>();
        await foreach (var (workflow, _, definition) in Definitions(practice, ct))
            foreach (var use in _uses.In(definition))
                if (use.Kind == kind) all.Add((workflow.Id, use.Id));
        return [.. all];
    }

    /// <summary>What is published of each workflow, and its draft where that is another.</summary>
    async IAsyncEnumerable<(Stored<Workflow> Workflow, int? Version, JsonElement Definition)> Definitions(string practice, [EnumeratorCancellation] CancellationToken ct)
    {
        string? cursor = null;
        do
        {
            var page = await records.List(Kinds.Workflow, practice, new Listing(200, cursor, Descending: false), ct);
            foreach (var workflow in page.Items.Where(workflow => workflow.Body.DeletedAt is null))
            {
                var published = workflow.Body.Version > 0 ? await records.Find(Kinds.Version, practice, $"{workflow.Id}.{workflow.Body.Version}", ct) : null;
                if (published is not null) yield return (workflow, workflow.Body.Version, published.Body.Definition);
                if (published is null || workflow.Body.HasDraftChanges) yield return (workflow, null, workflow.Body.Draft);
            }
            cursor = page.Next;
        } while (cursor is not null);
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
