using System.Globalization;
using System.Text.RegularExpressions;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Runtime.Simulating.Tracing;
using AesthetixWorkflows.Specs.Running;

namespace AesthetixWorkflows.Local.Tests.Simulating;

/// <summary>A history as lines that can be compared: ids give way to what they are ids of.</summary>
static partial class Telling
{
    public static IReadOnlyList<string> Of(SimulationTrace trace, bool times) => Once([.. trace.Enrollments.Select((e, n) =>
        (n, Lines: trace.Lines.Where(l => l.EnrollmentId == e.EnrollmentId).Select(l => Line(new(l.At, l.What, l.StepId, l.Visit, l.Code, l.Until), times)), End: End(e.Status.ToString(), e.Reason?.Code, e.StepId, e.NextAt, times)))]);

    public static async Task<IReadOnlyList<string>> Of(Clinic clinic, string workflow, string contact, bool times)
    {
        var told = new List<(int, IEnumerable<string>, string)>();
        foreach (var e in (await clinic.Enrollments(contact)).Where(e => e.WorkflowId == workflow).OrderBy(e => e.EnrolledAt).ThenBy(e => e.Depth))
            told.Add((told.Count, (await clinic.Log(e.Id)).Select(entry => Line(entry, times)),
                End(e.Status.ToString(), e.Reason, e.StepId, e.IsLive && e.Pending.DueAt is { } due && due > DateTimeOffset.MinValue ? due : null, times)));
        return Once(told);
    }

    public static IEnumerable<string> Messages(SimulationTrace trace) =>
        trace.Lines.SelectMany(l => (l.Messages ?? []).Select(m => Plain($"{l.StepId}#{l.Visit} {m.Channel} {m.To} {m.Subject} {m.Text} {m.Html}")));

    public static IEnumerable<string> Messages(Clinic clinic, string workflow, string contact) =>
        clinic.Post.Sent.Where(m => m.WorkflowId == workflow && (m.ContactId ?? contact) == contact)
            .Select(m => Plain($"{m.StepId}#{m.EffectId!.Split('/')[2]} {m.Channel} {m.To} {m.Subject} {m.Text} {m.Html}"));

    /// <summary>Links to papers have their ids in them.</summary>
    public static string Plain(string text) => Page().Replace(Id().Replace(text, "$1"), "/$1/…");

    static string Line(LogEntry entry, bool times) => string.Create(CultureInfo.InvariantCulture,
        $"{(times ? Second(entry.At) : "")} {entry.StepId}#{entry.Visit} {entry.What} {Id().Replace(entry.Code ?? "", "$1")} {(times && entry.Until is { } until ? Second(until) : "")}");

    static string End(string status, string? reason, string? step, DateTimeOffset? next, bool times) => $"= {status} {reason} {step} {(times && next is { } at ? Second(at) : "")}";

    /// <summary>A question that is asked again in the same second gives the same answer; whether it is, depends in the real
    /// host on which of its threads is faster.</summary>
    static List<string> Once(List<(int Number, IEnumerable<string> Lines, string End)> told)
    {
        var lines = new List<string>();
        foreach (var (number, some, end) in told)
            foreach (var line in some.Append(end).Select(text => string.Create(CultureInfo.InvariantCulture, $"{number}: {text}")))
                if (lines.Count == 0 || lines[^1] != line || !line.Contains(nameof(Happened.Waiting), StringComparison.Ordinal)) lines.Add(line);
        return lines;
    }

    static string Second(DateTimeOffset at) => at.UtcDateTime.ToString("MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    // What a simulation shows must lead nowhere.
    [GeneratedRegex("/(u|l|b|resume)/[-_.0-9A-Za-z]+")]
    private static partial Regex Page();

    [GeneratedRegex("([a-z]+_)[0-9A-Z]{26}")]
    private static partial Regex Id();
}
