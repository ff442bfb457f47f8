using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Activities;
using AesthetixWorkflows.Runtime.Comparing;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Simulating.Tracing;

namespace AesthetixWorkflows.Runtime.Explaining;

/// <summary>Answers "why not?" for one contact and one workflow. Reads only.</summary>
public sealed class Explainer(IStore store, ProductCatalogue catalogue, PracticeBook practices, TimeProvider clock)
{
    public static readonly TimeSpan LookBack = TimeSpan.FromDays(30);
    const int MostEvents = 2000, PageSize = 200;
    static readonly string[] Assumes = ["The contact, the workflow and consent are taken as they are now, not as they were then."];

    readonly Catalogue.Describing.PrivateFields _private = new(catalogue);

    /// <param name="of">What to explain; null: the latest event of the contact that is of a trigger's kind.</param>
    /// <param name="revealed">Also what was found in private fields; whoever lets it be seen has written it down.</param>
    public async Task<Explanation> Explain(string practice, Stored<Workflow> workflow, Stored<Contact> contact, StoredEvent? of, bool revealed = false, CancellationToken ct = default)
    {
        var definition = await Definition(practice, workflow, ct);
        var now = clock.GetUtcNow();
        var e = of ?? await Latest(practice, contact.Id, definition, now - LookBack, ct);
        var asked = new Asked(workflow, definition, await practices.Of(practice, ct), contact, e, await Entered(practice, workflow.Id, contact.Id, e, ct), now) { PracticeId = practice };

        var first = await store.Find(Kinds.Version, practice, $"{workflow.Id}.1", ct);
        var trigger = new TriggerCheck(catalogue, _private, revealed).Of(asked, LookBack);
        var matched = asked.EnteredByEvent ? asked.Entered!.Enrollment.TriggerId : trigger.Triggers?.FirstOrDefault(t => t.Code == TriggerReport.Matched)?.Id;
        ExplainedCheck[] checks =
        [
            PublishedCheck.Of(asked, first?.Body.PublishedAt), trigger, await new EntryCheck(store).Of(asked, ct), await new SendsCheck(store, catalogue, new FrequencyCaps(store)).Of(asked, matched, ct),
        ];
        var failed = Array.FindIndex(checks, c => c.Verdict is Verdict.Failed);
        if (failed >= 0) checks[failed] = checks[failed] with { First = true };
        var enrollment = await Told(asked, ct);
        var words = enrollment is { Latest: false } ? enrollment.Words : failed >= 0 ? checks[failed].Words : "Nothing stands in the way.";
        return new(workflow.Id, contact.Id, e is null ? null : new(e.Event.Id, e.Event.Type, asked.At, e.Result),
            failed < 0 ? null : checks[failed].Question, words, checks, enrollment, Assumes);
    }

    /// <summary>What is published; of a workflow that never was, what would be.</summary>
    async Task<Definition?> Definition(string practice, Stored<Workflow> workflow, CancellationToken ct)
    {
        var kept = workflow.Body.Version > 0 ? await store.Find(Kinds.Version, practice, $"{workflow.Id}.{workflow.Body.Version}", ct) : null;
        var (definition, findings) = DefinitionReader.Read(kept?.Body.Definition ?? workflow.Body.Draft);
        return findings.Any(f => f.Severity is Severity.Error) ? null : definition;
    }

    async Task<StoredEvent?> Latest(string practice, string contact, Definition? definition, DateTimeOffset since, CancellationToken ct)
    {
        var types = definition?.Triggers.Select(t => t.Type).ToHashSet() ?? [];
        if (types.Count == 0) return null;
        string? cursor = null;
        for (var seen = 0; seen < MostEvents; seen += PageSize)
        {
            var page = await store.ListEvents(practice, null, contact, null, PageSize, cursor, ct);
            foreach (var e in page.Items)
            {
                if (Ids.MomentOf(e.Event.Id) < since) return null;
                if (types.Contains(e.Event.Type)) return e;
            }
            if ((cursor = page.Next) is null) return null;
        }
        return null;
    }

    async Task<StoredEnrollment?> Entered(string practice, string workflow, string contact, StoredEvent? e, CancellationToken ct)
    {
        var page = await store.ListEnrollments(practice, new(workflow, contact, Limit: 200), ct);
        return page.Items.FirstOrDefault(i => e is not null && i.Enrollment.EventId == e.Event.Id) ?? (page.Items is [var last, ..] ? last : null);
    }

    async Task<ExplainedEnrollment?> Told(Asked asked, CancellationToken ct)
    {
        if (asked.Entered is not { Enrollment: var e }) return null;
        var version = await store.Find(Kinds.Version, asked.PracticeId, $"{e.WorkflowId}.{e.Version}", ct);
        var step = version is null ? null : DefinitionReader.Read(version.Body.Definition).Definition?.Find(e.StepId);
        var next = e.IsLive && e.Pending.DueAt is { } due && due > DateTimeOffset.MinValue ? due : (DateTimeOffset?)null;
        return new(e.Id, !asked.EnteredByEvent, e.Status, e.Reason, e.StepId, step?.Name, e.EnrolledAt, next, Words(asked, e, step is null ? e.StepId : NameOf(step), next));
    }

    string NameOf(Step step) => step.Name is { Length: > 0 } name ? name : new Titles(catalogue).LabelOf(step.Type);

    static string Words(Asked asked, Enrollment e, string? step, DateTimeOffset? next)
    {
        var why = e.Reason is { } reason ? $" {CodeWords.Of(reason)}" : "";
        var until = next is { } at ? $" until {asked.Clock(at)}" : "";
        var where = e.Status switch
        {
            EnrollmentStatus.Completed => "and is through.",
            EnrollmentStatus.Exited => $"and was taken out.{why}",
            EnrollmentStatus.Failed => $"and the workflow failed at “{step}”.{why}",
            EnrollmentStatus.Paused => $"and rests at “{step}”.{why}",
            EnrollmentStatus.Scheduled => $"and waits for its start{until}.",
            EnrollmentStatus.Waiting => $"and waits at “{step}”{until}.",
            _ => $"and is at “{step}”{until}.",
        };
        return $"The contact entered on {asked.Clock(e.EnrolledAt)} {where}";
    }
}
