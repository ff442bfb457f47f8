using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Publishing;

namespace AesthetixWorkflows.Runtime.Referring;

/// <summary>Puts one record in the place of another in every draft that names it. What is published stays as it is until somebody
/// publishes the draft.</summary>
public sealed class Replacing(UseFinder finder, WorkflowEdits edits, ProductCatalogue catalogue)
{
    readonly Catalogue.Referring.RecordUses _uses = new(catalogue);

    /// <returns>How many drafts were rewritten.</returns>
    public async Task<int> InDrafts(Actor by, string kind, string id, string with, CancellationToken ct = default)
    {
        var rewritten = 0;
        foreach (var workflow in (await finder.Find(by.Practice, kind, id, null, ct)).Select(use => use.WorkflowId).Distinct().ToList())
            if (await edits.Apply(by, workflow, stored => Rewrite(stored.Body, kind, id, with) is { } draft
                    ? EditStep.Write(stored.Body with { Draft = draft, DraftRevision = stored.Body.DraftRevision + 1, ChangedAt = by.Now }, "workflow.draft.saved", $"the {PlaceWords.Kind(kind)} “{id}” was replaced by “{with}”")
                    : EditStep.Answer(WorkflowDeed.Missing.Instance), ct) is WorkflowDeed.Done) rewritten++;
        return rewritten;
    }

    JsonElement? Rewrite(Workflow workflow, string kind, string id, string with)
    {
        var uses = workflow.DeletedAt is null ? _uses.In(workflow.Draft).Where(use => use.Names(kind, id)).ToList() : [];
        if (uses.Count == 0) return null;
        var draft = JsonObject.Create(workflow.Draft)!.DeepClone().AsObject();
        // Only where the record is the whole text: inside of a sentence a person looks at it.
        foreach (var use in uses) Put(draft, use.Pointer, id, with);
        return JsonSerializer.SerializeToElement(draft);
    }

    static void Put(JsonObject root, string pointer, string id, string with)
    {
        var path = pointer[1..].Split('/').Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToList();
        JsonNode? at = root;
        foreach (var part in path.SkipLast(1)) at = at is JsonArray list ? list[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)] : at?[part];
        switch (at)
        {
            case JsonObject holder when Is(holder[path[^1]]):
                holder[path[^1]] = with;
                break;
            case JsonArray list when int.Parse(path[^1], System.Globalization.CultureInfo.InvariantCulture) is var place && Is(list[place]):
                list[place] = with;
                break;
        }
        bool Is(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) && string.Equals(text.Trim(), id, StringComparison.OrdinalIgnoreCase);
    }
}
