using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Events;
using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Desk;

/// <summary>What a caller may set on an opportunity.</summary>
public sealed record OpportunityFields(
    string? ContactId = null, string? Name = null, string? PipelineId = null, string? StageId = null, OpportunityStatus? Status = null,
    decimal? Value = null, string? Source = null, string? AssignedTo = null, string? LostReason = null,
    ImmutableArray<string>? Followers = null);

/// <summary>Possible sales.</summary>
static class OpportunityRoutes
{
    public static void Map(IEndpointRouteBuilder api) => RecordRoutes.Map<Opportunity, OpportunityFields>(api, new()
    {
        Path = "/opportunities",
        Tag = "Opportunities",
        Kind = Kinds.Opportunity,
        Read = Scopes.ContactsRead,
        Write = Scopes.ContactsWrite,
        Required = ["contactId", "name", "pipelineId", "stageId"],
        Given = now => new JsonObject { ["createdAt"] = now },
        Settle = (_, after, writing) => after with { ChangedAt = writing.Now },
        Refuse = Refuse,
        Events = Events,
        ContactOf = o => o.ContactId,
        Filter = request => Filter(Query.Choice<OpportunityStatus>("status", request.Query["status"]), request.Query["pipelineId"]),
    });

    static Func<Opportunity, bool>? Filter(OpportunityStatus? status, string? pipeline) =>
        status is null && pipeline is null ? null : o => (status is null || o.Status == status) && (pipeline is null || o.PipelineId == pipeline);

    static async Task<Refusal?> Refuse(IStore store, string practice, Opportunity o, CancellationToken ct)
    {
        if (await store.Missing(Kinds.Contact, practice, "contactId", o.ContactId, ct) is { } unknown) return unknown;
        if (await store.Find(Kinds.Pipeline, practice, o.PipelineId, ct) is not { } pipeline)
            return Refusal.OfField(Codes.ReferenceUnknown, "/pipelineId", "There is no such pipeline.");
        return pipeline.Body.Stages.Any(s => s.Id == o.StageId) ? null : Refusal.OfField(Codes.ReferenceUnknown, "/stageId", "The pipeline has no such stage.");
    }

    static IEnumerable<Happening> Events(string id, Opportunity? before, Opportunity after)
    {
        var data = new { opportunity = Facts.Of(id, after) };
        if (before is null)
        {
            yield return new("opportunity.created", data);
            yield break;
        }
        if (before.Status != after.Status) yield return new("opportunity.status.changed", new { opportunity = Was(data.opportunity, "fromStatus", before.Status) });
        if (before.StageId != after.StageId) yield return new("opportunity.stage.changed", new { opportunity = Was(data.opportunity, "fromStageId", before.StageId) });
        if (Facts.Change(before, after, except: "changedAt") is { } change) yield return new("opportunity.changed", new { data.opportunity, change });
    }

    static JsonObject Was(JsonObject opportunity, string field, object before)
    {
        var more = opportunity.DeepClone().AsObject();
        more[field] = JsonSerializer.SerializeToNode(before, ApiJson.Options);
        return more;
    }
}
