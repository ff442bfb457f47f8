using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Simulating.Tracing;

namespace AesthetixWorkflows.Runtime.Explaining;

/// <summary>May the contact enter (again)? Asked of the moment at which it happened, or of now.</summary>
sealed class EntryCheck(IStore store)
{
    const string Question = "entry";

    public async Task<ExplainedCheck> Of(Asked asked, CancellationToken ct)
    {
        if (asked.EnteredByEvent) return new(Question, Verdict.Ok, "entry.admitted", "The contact was admitted.") { EnrollmentId = asked.Entered!.Enrollment.Id };
        if (asked.Definition is not { Settings: var settings }) return new(Question, Verdict.Unknown, "definition.unreadable", "The draft has errors, so its entry rules are not known.");
        var (e, at) = (asked.Event?.Event, asked.At);
        var scope = EntryRules.ScopeKey(settings.Scope, e?.Type, FactLoader.TextIn(e?.Data, "appointment", "id"), FactLoader.TextIn(e?.Data, "invoice", "id"), FactLoader.TextIn(e?.Data, "opportunity", "id"));
        var before = await store.ListEnrollments(asked.PracticeId, new(asked.Workflow.Id, asked.Contact.Id, To: at, Limit: 200), ct);
        var mine = before.Items.Select(i => i.Enrollment).Where(x => x.ScopeKey == scope).ToList();
        var inside = mine.FirstOrDefault(x => x.IsLive || x.FinishedAt > at);
        var recent = before.Items.Count(i => i.Enrollment.EnrolledAt >= at - EntryRules.LoopSpan);
        return EntryRules.Refuse(settings.Reentry, mine.Count, inside is not null, recent, e?.Depth ?? 0) switch
        {
            null => new(Question, Verdict.Ok, "entry.open", mine.Count == 0 ? "The contact was never in this workflow." : "The contact was in this workflow before, and it may be entered again."),
            "entry.already" => new(Question, Verdict.Failed, "entry.already", $"The contact was in this workflow already, since {asked.Clock(inside!.EnrolledAt)}.") { EnrollmentId = inside.Id },
            "entry.once" => new(Question, Verdict.Failed, "entry.once", $"The contact was in this workflow on {asked.Clock(mine[0].EnrolledAt)}, and it admits each contact once.") { EnrollmentId = mine[0].Id },
            var other => new(Question, Verdict.Failed, other, CodeWords.Of(other)),
        };
    }
}
