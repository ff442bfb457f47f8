using System.Globalization;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Activities;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Simulating.Ahead;
using AesthetixWorkflows.Specs.Running;

namespace AesthetixWorkflows.Local.Tests.Simulating;

/// <summary>What came to a contact, and what was said to come, in lines that can be compared.</summary>
static class Coming
{
    public static IReadOnlyList<string> Of(ContactAhead ahead) =>
        [.. ahead.Items.Where(item => item.Verdict is not AheadVerdict.Held).Select(item =>
            Line(item.At, item.StepId, item.Kind, item.Verdict is AheadVerdict.Goes, item.Verdict is AheadVerdict.Goes ? null : item.Why!.Code, item.Verdict is AheadVerdict.Goes ? item.Title : null, item.Verdict is AheadVerdict.Goes ? item.Text : null)).Order(StringComparer.Ordinal)];

    /// <summary>By the histories and the postbox, of those who were in it or got into it by that.</summary>
    public static async Task<IReadOnlyList<string>> Of(Clinic clinic, string contact, DateTimeOffset since)
    {
        var lines = new List<string>();
        foreach (var e in (await clinic.Enrollments(contact)).Where(e => e.EnrolledAt <= since || e.Depth > 0))
        {
            var definition = (await clinic.Get<WorkflowBook>().Version(Clinic.Id, e.WorkflowId, e.Version))!;
            foreach (var entry in (await clinic.Log(e.Id)).Where(entry => entry.At > since))
                if (definition.Find(entry.StepId) is Step.Act step && AheadKinds.Of(step, clinic.Get<ProductCatalogue>()) is { } kind && await Of(clinic, e, kind, entry) is { } line) lines.Add(line);
        }
        return [.. lines.Order(StringComparer.Ordinal)];
    }

    static async Task<string?> Of(Clinic clinic, Enrollment e, AheadKind kind, LogEntry entry)
    {
        var effect = string.Create(CultureInfo.InvariantCulture, $"{e.Id}/{entry.StepId}/{entry.Visit}");
        switch (entry)
        {
            case { What: Happened.Done } when AheadKinds.IsMessage(kind):
                var message = clinic.Post.Sent.Single(m => m.EffectId == effect);
                return Line(entry.At, entry.StepId!, kind, true, null, message.Subject, message.Text);
            case { What: Happened.Done } when kind is AheadKind.Task:
                var task = (await clinic.Store.Find(Kinds.Task, Clinic.Id, entry.Code!))!.Body;
                return Line(entry.At, entry.StepId!, kind, true, null, task.Title, task.Description);
            case { What: Happened.Held, Code: PersonWait.Code }:
                var work = (await clinic.Store.List(Kinds.Task, Clinic.Id, new(200))).Items.Single(t => t.Body.EffectId == effect).Body;
                return work.CreatedAt == entry.At ? Line(entry.At, entry.StepId!, kind, true, null, work.Title, work.Script) : null;
            case { What: Happened.Skipped, Code: not "disabled" } or { What: Happened.Failed, Code: not "task.expired" }:
                return Line(entry.At, entry.StepId!, kind, false, entry.Code, null, null);
            default:
                return null;
        }
    }

    /// <summary>Where each was said to stop, it stands; and who was said to be through is through.</summary>
    public static async Task Stops(Clinic clinic, ContactAhead ahead)
    {
        foreach (var told in ahead.Enrollments.Where(told => told.Stop.Code is not "ahead.long"))
            if (told.EnrollmentId is { } id && (await clinic.Store.FindEnrollment(Clinic.Id, id))?.Enrollment is { } e)
            {
                var stands = (e, e.Pending) switch
                {
                    ({ Status: EnrollmentStatus.Paused } or { IsLive: false }, _) => e.Reason,
                    (_, Pending.Action { Held: SendConsent.Paused or PersonWait.Code } held) => held.Held,
                    (_, { DueAt: not null }) => "horizon",
                    (_, Pending.Timer timer) => timer.For,
                    _ => e.Pending.ToString(),
                };
                Assert.Equal((told.Stop.Code, told.Stop.StepId), (stands, e.StepId));
            }
    }

    static string Line(DateTimeOffset at, string step, AheadKind kind, bool goes, string? code, string? title, string? text) => string.Create(CultureInfo.InvariantCulture,
        $"{at.UtcDateTime:MM-dd'T'HH:mm:ss} {step} {kind} {(goes ? "goes" : code)} {title} {Beginning(Telling.Plain(text ?? ""))}");

    /// <summary>Long texts are told by their beginning.</summary>
    static string Beginning(string text) => text.Length > 400 ? text[..400] : text;
}
