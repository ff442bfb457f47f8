using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Transferring;

/// <summary>Makes a workflow fit to be taken elsewhere.</summary>
public sealed partial class Exporter(IRecords records, TimeProvider clock)
{
    static readonly HashSet<string> Secrets = ["signingSecret", "password", "token"];

    /// <param name="version">The version that <paramref name="definition"/> is; null: the draft.</param>
    public async Task<WorkflowExport> Export(string practice, Workflow workflow, int? version, JsonElement definition, CancellationToken ct = default)
    {
        var (json, leftOut) = (JsonObject.Create(definition) is { } whole ? whole.DeepClone().AsObject() : [], new List<string>());
        var places = Places.In(json);
        foreach (var secret in places.Where(p => p.Text.Length > 0 && IsSecret(p)))
        {
            secret.Put("");
            leftOut.Add(secret.Pointer);
        }
        return new(WorkflowExport.KnownFormat, WorkflowExport.KnownVersion, workflow.Name, workflow.Folder, version, clock.GetUtcNow(),
            JsonSerializer.SerializeToElement(json), References(places, await KnownRecords.Of(records, practice, ct)), leftOut);
    }

    /// <summary>Passwords, tokens and keys; a header called Authorization is one, whatever it is the header of.</summary>
    static bool IsSecret(Places.Place place) =>
        Secret.IdIn(place.Text) is not null || Secrets.Contains(place.Field) || place.Pointer.EndsWith("/config/auth/value", StringComparison.Ordinal)
        || place.Pointer.Contains("/config/headers/", StringComparison.Ordinal) && SecretHeader().IsMatch(place.Field);

    static List<Reference> References(IReadOnlyList<Places.Place> places, IReadOnlyList<Reference> known)
    {
        var (records, stages) = (known.Where(r => r.Kind != "stage").ToLookup(r => r.Id), known.Where(r => r.Kind == "stage").ToLookup(r => r.Id));
        var named = new HashSet<Reference>();
        foreach (var place in places)
        {
            // A stage of a pipeline that the workflow names as well, if there are several stages of the id.
            if (place.IsStage) named.UnionWith(stages[place.Text].OrderByDescending(s => places.Any(p => p.Text == s.Of)).Take(1));
            else named.UnionWith(records[place.Text]);
            if (ByName(place.Field) is { } kind && place.Text.Length > 0) named.Add(new(kind, place.Text, place.Text));
            foreach (Match field in CustomField().Matches(place.Text)) named.Add(new("customField", field.Groups[1].Value, field.Groups[1].Value));
            if (CustomFieldName().Match(place.Field) is { Success: true } tested) named.Add(new("customField", tested.Groups[1].Value, tested.Groups[1].Value));
        }
        // The pipeline of a stage comes along, so that the stage can be found by its name.
        foreach (var stage in named.Where(r => r.Kind == "stage").ToList()) named.UnionWith(records[stage.Of!]);
        return [.. named.OrderBy(r => r.Kind, StringComparer.Ordinal).ThenBy(r => r.Name, StringComparer.Ordinal)];
    }

    static string? ByName(string field) => field switch
    {
        "tags" or "tag" or "contact.tags" or "tag.name" => "tag",
        "form.id" or "survey.id" => "form",
        _ => null,
    };

    [GeneratedRegex("(?i)authorization|api[-_]?key|token|secret|password|cookie")]
    private static partial Regex SecretHeader();

    [GeneratedRegex(@"\{\{\s*contact\.fields\.([\w-]+)")]
    private static partial Regex CustomField();

    [GeneratedRegex(@"^contact\.fields\.([\w-]+)$")]
    private static partial Regex CustomFieldName();
}
