using System.Globalization;
using AesthetixWorkflows.Core.Enrollments;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>Every kind of row, by the way it is reached. A practice's rows share a partition, so a change set is one
/// transaction. Newest first where ids are <see cref="KeyText.Descending"/>. The names are stored, so they are for ever.</summary>
static class RowKeys
{
    public static string Practice(string practice) => KeyText.Ascending(practice);

    public static string Record(string kind, string id) => Records(kind) + Newest(id);
    public static string Records(string kind) => $"rec!{Part(kind)}!";
    public static string Lookups(string kind, string index, string value) => $"by!{Part(kind)}!{Part(index)}!{Part(value)}!";
    /// <summary>A unique lookup is the one row of its range that has no id in its key: a second one finds it there.</summary>
    public static string Lookup(string kind, string index, string value, bool unique, string id) => Lookups(kind, index, value) + (unique ? "" : Newest(id));
    /// <summary>In the partition of all practices.</summary>
    public static string Known(string practice) => Knowns + Part(practice);
    public const string Knowns = "prac!";

    public const string Enrollments = "enr!";
    public static string Enrollment(string id) => Enrollments + Newest(id);
    public static string OfWorkflow(string workflow) => $"wf!{Part(workflow)}!";
    public static string OfWorkflow(string workflow, Standing standing) => $"{OfWorkflow(workflow)}{Standings.Letter(standing)}!";
    public static string OfContact(string workflow, string? contact) => contact is null ? $"nobody!{Part(workflow)}!" : $"con!{Part(contact)}!";
    public static string Stuck(EnrollmentStatus status) => $"stuck!{(status == EnrollmentStatus.Failed ? 'f' : 'p')}!";
    public static string Alone(Enrollment e) => $"alone!{Part(e.WorkflowId)}!{(e.ContactId is null ? "" : Part(e.ContactId))}!{Part(e.ScopeKey)}";
    public const string Starts = "start!";
    public static string Start(string id) => Starts + Part(id);
    public static string LogOf(string id) => $"log!{Part(id)}!";
    /// <summary>Named after its last line, so that what comes after a line begins at the next row.</summary>
    public static string Log(string id, long last) => LogOf(id) + last.ToString("D10", CultureInfo.InvariantCulture);

    /// <summary>By when they were written, newest first.</summary>
    public static string LogOfWorkflow(string workflow) => $"wlog!{Part(workflow)}!";
    public static string LogOfWorkflow(string workflow, DateTimeOffset at) =>
        LogOfWorkflow(workflow) + (long.MaxValue - at.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);
    public static string LogOfWorkflow(string workflow, DateTimeOffset at, string enrollment, long last) =>
        $"{LogOfWorkflow(workflow, at)}!{Newest(enrollment)}!{(9_999_999_999 - last).ToString("D10", CultureInfo.InvariantCulture)}";
    /// <summary>What a workflow's log comes to, as far as it has been counted.</summary>
    public static string Tally(string workflow) => $"tally!{Part(workflow)}";

    public const string Inboxes = "in!";
    public static string Inbox(string enrollment) => $"{Inboxes}{Part(enrollment)}!";
    public static string Input(string enrollment, string input) => Inbox(enrollment) + Part(input);
    public static string Effect(string effect) => $"led!{Part(effect)}";

    public const string Events = "evt!";
    public static string Event(string id) => Events + Newest(id);
    public static string Source(string source, string sourceId) => $"src!{KeyText.Hash($"{source}\n{sourceId}")}";
    public const string Unrouteds = "new!";
    public static string Unrouted(string id) => Unrouteds + Part(id);
    public static string EventsOfType(string type) => $"evt-type!{Part(type)}!";
    public static string EventsOfContact(string contact) => $"evt-con!{Part(contact)}!";
    /// <summary>By the first word of the result: <c>unmatched</c> of <c>unmatched:contact.unknown</c>.</summary>
    public static string EventsOfResult(string result) => $"evt-res!{Part(result.Split(':')[0])}!";

    public static string Drip(string workflow, string step) => $"drip!{Part(workflow)}!{Part(step)}!";
    public static string DripPlace(string workflow, string step, string effect) => Drip(workflow, step) + Part(effect);
    public const string Answers = "idem!";
    public static string Answer(string key) => Answers + KeyText.Hash(key);
    public const string Probe = "probe!";

    public static string Newest(string id) => KeyText.Descending(id);
    static string Part(string text) => KeyText.Ascending(text);
}
