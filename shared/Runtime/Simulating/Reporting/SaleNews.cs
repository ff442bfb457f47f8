using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Simulating.Reporting;

/// <summary>"Moved to another stage", "won": the opportunity stands as the event says.</summary>
static class SaleNews
{
    public static async Task<TriedEvent> Of(
        TriedEvent e, string practice, string contactId, IRecords records, Func<string, string> newId, DateTimeOffset now, ChangeSet changes, CancellationToken ct)
    {
        var id = e.Text("opportunity", "id") ?? await Naming.Oldest(records, Kinds.Opportunity, practice, contactId, o => o.Status is OpportunityStatus.Open, ct) ?? newId(Kinds.Opportunity.Prefix);
        var known = await records.Find(Kinds.Opportunity, practice, id, ct);
        var before = known?.Body ?? new Opportunity { ContactId = contactId, Name = "", PipelineId = "", StageId = "", CreatedAt = now, ChangedAt = now };
        var after = before with
        {
            Name = e.Text("opportunity", "name") ?? before.Name, PipelineId = e.Text("opportunity", "pipelineId") ?? before.PipelineId, StageId = e.Text("opportunity", "stageId") ?? before.StageId,
            Status = Enum.TryParse<OpportunityStatus>(e.Text("opportunity", "status"), ignoreCase: true, out var status) && Enum.IsDefined(status) ? status : before.Status,
        };
        if (after != before || known is null) changes.Put(Kinds.Opportunity, id, after with { ChangedAt = now }, known?.Revision ?? 0);
        return e.With("opportunity", id);
    }
}
