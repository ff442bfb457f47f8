using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Runtime.Transferring;

/// <summary>Puts the references of another practice in the place of those that an exported definition came with: as the map
/// says, else the same record, else the one of the same name. What fits nothing is left as it is and told.</summary>
public sealed class Rehoming(IRecords records)
{
    /// <param name="map">Id in the export → id or name here.</param>
    public async Task<Rehomed> Rehome(string practice, WorkflowExport export, IReadOnlyDictionary<string, string> map, CancellationToken ct = default)
    {
        var here = await KnownRecords.Of(records, practice, ct);
        var resolved = new Dictionary<(string Kind, string Id), Resolved>();
        // Pipelines before their stages.
        foreach (var reference in (export.References ?? []).Where(r => IsById(r.Kind)).OrderBy(r => r.Kind == "stage"))
            resolved[(reference.Kind, reference.Id)] = Resolve(reference, here, map, resolved);
        return Rewrite(export, resolved);
    }

    static bool IsById(string kind) => kind is "user" or "calendar" or "workflow" or "pipeline" or "stage";

    static Resolved Resolve(Reference reference, IReadOnlyList<Reference> here, IReadOnlyDictionary<string, string> map, Dictionary<(string, string), Resolved> known)
    {
        var pipeline = reference is { Kind: "stage", Of: { } of } ? known.GetValueOrDefault(("pipeline", of))?.Became : null;
        var candidates = here.Where(r => r.Kind == reference.Kind && (reference.Kind != "stage" || r.Of == pipeline)).ToList();
        Resolved As(string? id, string how) => new(reference.Kind, reference.Id, reference.Name, id, how);
        if (map.TryGetValue(reference.Id, out var wanted)) return Find(candidates, wanted) is { } mapped ? As(mapped, "map") : As(null, "unresolved");
        if (candidates.Any(r => r.Id == reference.Id)) return As(reference.Id, "same");
        return Find(candidates, reference.Name) is { } found ? As(found, "name") : As(null, "unresolved");
    }

    /// <summary>By id, or by a name that only one has.</summary>
    static string? Find(List<Reference> candidates, string wanted) =>
        candidates.Find(r => r.Id == wanted)?.Id
        ?? (candidates.Where(r => string.Equals(r.Name, wanted, StringComparison.OrdinalIgnoreCase)).ToList() is [var only] ? only.Id : null);

    static Rehomed Rewrite(WorkflowExport export, Dictionary<(string Kind, string Id), Resolved> resolved)
    {
        var json = JsonObject.Create(export.Definition!.Value)!.DeepClone().AsObject();
        var findings = new List<Finding>();
        foreach (var place in Places.In(json))
        {
            var found = place.IsStage ? resolved.GetValueOrDefault(("stage", place.Text)) : resolved.Values.FirstOrDefault(r => r.Kind != "stage" && r.Id == place.Text);
            if (found is null) continue;
            if (found.Became is { } id) place.Put(id);
            else findings.Add(LintCodes.ReferenceUnresolved.At(place.Pointer, place.StepId, $"The {found.Kind} “{found.Name}” does not exist here; choose one."));
        }
        foreach (var pointer in (export.LeftOut ?? []).OfType<string>())
            findings.Add(LintCodes.SecretLeftOut.At(pointer, pointer.Split('/') is ["", "steps", var step, ..] ? step : null, "A password or key was not taken along; enter it anew."));
        return new(JsonSerializer.SerializeToElement(json), [.. resolved.Values], findings);
    }
}
