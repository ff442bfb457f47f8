using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Specs.Running;

/// <summary>What one sees when one looks into a clinic.</summary>
public static class Findings
{
    /// <summary>The steps whose messages reached the provider, in order.</summary>
    public static IEnumerable<string?> Sent(this Clinic clinic) => clinic.Post.Sent.Where(m => m.EnrollmentId is not null).Select(m => m.StepId);

    /// <summary>What answered a STOP, START or HELP by itself, in order.</summary>
    public static IEnumerable<string?> Courtesies(this Clinic clinic) => clinic.Post.Sent.Where(m => m.EnrollmentId is null).Select(m => m.About);

    public static async Task<IReadOnlyList<Enrollment>> Enrollments(this Clinic clinic, string? contact = null)
    {
        var all = new List<Enrollment>();
        string? cursor = null;
        do
        {
            var page = await clinic.Store.ListEnrollments(Clinic.Id, new EnrollmentQuery(ContactId: contact, Limit: 200, Cursor: cursor));
            all.AddRange(page.Items.Select(item => item.Enrollment));
            cursor = page.Next;
        } while (cursor is not null);
        return all;
    }

    public static async Task<Enrollment> Only(this Clinic clinic, string? contact = null) => Assert.Single(await clinic.Enrollments(contact));

    public static async Task<IReadOnlyList<LogEntry>> Log(this Clinic clinic, string enrollment) =>
        [.. (await clinic.Store.LogOf(Clinic.Id, enrollment, 1000)).Select(line => line.Entry)];

    /// <summary>The code that was logged for what happened at a step.</summary>
    public static async Task<string?> Code(this Clinic clinic, string enrollment, string step, Happened what) =>
        Assert.Single(await clinic.Log(enrollment), line => line.StepId == step && line.What == what).Code;

    public static async Task<IReadOnlyList<Message>> Messages(this Clinic clinic) =>
        [.. (await clinic.Store.List(Kinds.Message, Clinic.Id, new(200, Descending: false))).Items.Select(m => m.Body)];

    public static async Task<IReadOnlyList<AuditEntry>> Audited(this Clinic clinic) =>
        [.. (await clinic.Store.List(Kinds.Audit, Clinic.Id, new(200))).Items.Select(a => a.Body)];

    public static void IsOver(this Enrollment enrollment, EnrollmentStatus status, string reason) =>
        Assert.Equal((status, reason), (enrollment.Status, enrollment.Reason));

    /// <summary>The same time of day on New York's clocks, so many days on.</summary>
    public static DateTimeOffset DaysOn(this DateTimeOffset at, int days)
    {
        var local = Core.Calendars.Zones.ToLocal(at, "America/New_York");
        return Core.Calendars.Zones.At(DateOnly.FromDateTime(local.DateTime).AddDays(days), TimeOnly.FromDateTime(local.DateTime), "America/New_York");
    }

    public static void WaitsAt(this Enrollment enrollment, string step, DateTimeOffset? until = null)
    {
        Assert.Equal((EnrollmentStatus.Waiting, step), (enrollment.Status, enrollment.StepId));
        // Between an event and the wait lies real time, on a busy machine some seconds of it.
        if (until is { } at) Assert.Equal(at, enrollment.Pending.DueAt!.Value, TimeSpan.FromSeconds(30));
    }
}
