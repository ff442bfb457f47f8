using System.Globalization;
using System.Text.Json;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Routing;
using AesthetixWorkflows.Api.Workflows;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Publishing;
using AesthetixWorkflows.Runtime.Transferring;

namespace AesthetixWorkflows.Api.Transferring;

/// <summary>Workflows from one practice to another.</summary>
static class TransferRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/workflows").WithTags("Transfer");
        routes.MapGet("/{id}/export", Export).Needs(Scopes.WorkflowsRead).Answers<WorkflowExport>();
        routes.MapPost("/import", Import).Needs(Scopes.WorkflowsWrite).Answers<Imported>(StatusCodes.Status201Created);
    }

    /// <param name="version">A published version; the draft when left out.</param>
    static async Task<IResult> Export(Caller caller, string id, IStore store, Exporter exporter, IIdSource ids, TimeProvider clock, string? version, CancellationToken ct)
    {
        if (await store.Find(Kinds.Workflow, caller.Practice, id, ct) is not { } workflow) return Answer.NotFound;
        var kept = version is not null && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? await store.Find(Kinds.Version, caller.Practice, $"{id}.{number.ToString(CultureInfo.InvariantCulture)}", ct) : null;
        if (version is not null && kept is null) return new ProblemResult(Refusal.Query("version", "the number of a version."));
        await store.Commit(new ChangeSet(caller.Practice).Audited(ids, caller.At(clock), "workflow.exported", id, version is null ? "draft" : $"version {version}"), ct);
        return TypedResults.Ok(await exporter.Export(caller.Practice, workflow.Body, kept?.Body.Number, kept?.Body.Definition ?? workflow.Body.Draft, ct));
    }

    static async Task<IResult> Import(HttpContext http, Caller caller, Body<ImportWish> body, Rehoming rehoming, Drafts drafts, TimeProvider clock, CancellationToken ct)
    {
        var (export, name) = (body.Value.Export, body.Value.Name ?? body.Value.Export?.Name);
        if (export is null) return new ProblemResult(Refusal.Required("export"));
        if (export.Format != WorkflowExport.KnownFormat || export.FormatVersion != WorkflowExport.KnownVersion)
            return new ProblemResult(Refusal.Invalid("export/format", $"Only {WorkflowExport.KnownFormat} in version {WorkflowExport.KnownVersion} can be read."));
        if (export.Definition is not { ValueKind: JsonValueKind.Object }) return new ProblemResult(Refusal.Invalid("export/definition", "A definition."));
        if (string.IsNullOrWhiteSpace(name)) return new ProblemResult(Refusal.Required("name"));
        if (export.References?.Any(r => r is not { Kind: not null, Id: not null, Name: not null }) == true) return new ProblemResult(Refusal.Invalid("export/references", "Each with a kind, an id and a name."));

        var rehomed = await rehoming.Rehome(caller.Practice, export, body.Value.Map ?? new Dictionary<string, string>(), ct);
        var made = await drafts.Create(caller.At(clock), name.Trim(), body.Value.Folder ?? export.Folder, rehomed.Definition, ct);
        var findings = await drafts.Validate(caller.Practice, made.Id, ct) ?? [];
        return Answer.Created(http, $"/api/workflows/{made.Id}", made.Revision, new Imported(WorkflowView.Of(made), rehomed.References, [.. rehomed.Findings, .. findings]));
    }
}

/// <summary>A workflow from elsewhere.</summary>
/// <param name="Map">Id in the export → id or name here. What it leaves out is looked for by name.</param>
/// <param name="Name">As exported when left out.</param>
public sealed record ImportWish(WorkflowExport? Export = null, IReadOnlyDictionary<string, string>? Map = null, string? Name = null, string? Folder = null);

/// <summary>What was made of it: always a draft.</summary>
/// <param name="Findings">References that fit nothing here and secrets to be entered anew come first.</param>
public sealed record Imported(WorkflowView Workflow, IReadOnlyList<Resolved> References, IReadOnlyList<Finding> Findings);
