using System.Text.Json.Nodes;
using System.Text.Json;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Contacts;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Finding the opportunity that a step is about, and saying what happened to it.</summary>
static class Opportunities
{
    public static readonly Field Which = new("opportunityId", FieldKind.Text, "Opportunity", MaxLength: 100, Merge: true, MayBeEmpty: true,
        Help: "For example the one that a step has found. Left empty: the one this workflow is about, or else the contact's newest open one.");

    /// <summary>The one the step names, the one the enrollment is about, the one its event brought, or the contact's newest open one.</summary>
    public static async Task<Stored<Opportunity>?> OfEnrollment(ActionCall call, CancellationToken ct)
    {
        if (call.Config.Text(Which.Name) is { } named) return await call.Records.Find(Kinds.Opportunity, call.PracticeId, named, ct);
        if (Scoped.Id(call, "opportunity") is { } id && await call.Records.Find(Kinds.Opportunity, call.PracticeId, id, ct) is { } stored) return stored;
        return await NewestOpen(call, null, ct);
    }

    public static async Task<Stored<Opportunity>?> NewestOpen(ActionCall call, string? pipelineId, CancellationToken ct)
    {
        var page = await call.Records.List(Kinds.Opportunity, call.PracticeId, new Listing(100, Index: "contact", Value: call.ContactId), ct);
        return page.Items.FirstOrDefault(item => item.Body.Status == OpportunityStatus.Open && (pipelineId is null || item.Body.PipelineId == pipelineId));
    }

    public static OpportunityStatus? Status(string? word) =>
        Enum.TryParse<OpportunityStatus>(word, ignoreCase: true, out var status) && Enum.IsDefined(status) ? status : null;

    public static void RaiseChanges(ActionCall call, string id, Opportunity before, Opportunity after)
    {
        var (old, now) = (Values(before), Values(after));
        var changed = old.Select(pair => pair.Key).Union(now.Select(pair => pair.Key)).Where(name => name != "changedAt" && !JsonNode.DeepEquals(old[name], now[name])).ToList();
        var data = Data(id, after);
        data["change"] = new JsonObject
        {
            ["fields"] = new JsonArray([.. changed.Select(name => (JsonNode)name)]),
            ["before"] = new JsonObject(changed.Select(name => KeyValuePair.Create(name, old[name]?.DeepClone()))),
            ["after"] = new JsonObject(changed.Select(name => KeyValuePair.Create(name, now[name]?.DeepClone()))),
        };
        call.Raise("opportunity.changed", data);
        if (before.Status != after.Status) call.Raise("opportunity.status.changed", Data(id, after, "fromStatus", old["status"]));
        if (before.StageId != after.StageId) call.Raise("opportunity.stage.changed", Data(id, after, "fromStageId", old["stageId"]));
    }

    public static JsonObject Data(string id, Opportunity opportunity, string? more = null, JsonNode? value = null)
    {
        var values = Values(opportunity);
        values["id"] = id;
        if (more is not null) values[more] = value?.DeepClone();
        return ContactWriting.About(opportunity.ContactId, ("opportunity", values));
    }

    static JsonObject Values(Opportunity opportunity) => JsonSerializer.SerializeToNode(opportunity, Kinds.Opportunity.Json)!.AsObject();
}
