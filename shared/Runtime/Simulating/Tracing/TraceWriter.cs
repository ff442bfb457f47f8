using System.Text;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Outbound;
using AesthetixWorkflows.Runtime.Simulating.Capturing;

namespace AesthetixWorkflows.Runtime.Simulating.Tracing;

/// <summary>Watches what a simulation writes and tells it line by line. A set's record changes come before the line or the
/// event that they belong to, so they are kept until it comes.</summary>
sealed class TraceWriter(Definition definition, string workflowId, Captured captured)
{
    readonly List<TraceLine> _lines = [];
    readonly List<TraceEvent> _events = [];
    readonly HashSet<string> _own = [];
    List<RecordChange> _changes = [];
    List<TraceElsewhere> _elsewhere = [];

    public IReadOnlyList<TraceLine> Lines => _lines;
    public IReadOnlyList<TraceEvent> Events => _events;

    public bool IsOwn(string enrollment) => _own.Contains(enrollment);

    public void Observe(Change change, string? before, DateTimeOffset now)
    {
        switch (change)
        {
            case Change.Enroll { Enrollment: var e } when e.WorkflowId == workflowId:
                _own.Add(e.Id);
                break;
            case Change.Enroll { Enrollment: var e }:
                _elsewhere.Add(new("enroll", e.WorkflowId, e.Id));
                break;
            case Change.Send { Input: Input.Operated { Operation: Operation.Stop } } stop when !_own.Contains(stop.EnrollmentId):
                _elsewhere.Add(new("stop", null, stop.EnrollmentId));
                break;
            case Change.Put or Change.Delete when RecordDiff.Of(change, before) is { } changed:
                _changes.Add(changed);
                break;
            case Change.Log log when _own.Contains(log.EnrollmentId):
                Tell(log);
                break;
            case Change.Routed { Event: var e } routed:
                _events.Add(new(now, e.Id, e.Type, By(e.Source, e.SourceId), routed.ContactId, routed.Result, CodeWords.OfResult(routed.Result), Take(ref _changes)));
                break;
        }
    }

    void Tell(Change.Log log)
    {
        // The line that an event's own records are told with is the event's, not that of whom it enrolled.
        var entering = log.Entries is [{ What: Happened.Enrolled }, ..];
        var doer = log.Entries.FirstOrDefault(IsDeed) ?? log.Entries[^1];
        foreach (var entry in log.Entries)
        {
            var step = definition.Find(entry.StepId);
            var line = new TraceLine(entry.At, log.EnrollmentId, entry.StepId, step?.Name, step?.Type, entry.Visit, entry.What, entry.Code, StepWords.Why(entry, step), entry.Until);
            if (IsDeed(entry)) line = WithCaptured(line, $"{log.EnrollmentId}/{entry.StepId}/{entry.Visit}");
            if (!entering && ReferenceEquals(entry, doer)) line = line with { Changes = Take(ref _changes), Elsewhere = Take(ref _elsewhere) };
            _lines.Add(line);
        }
    }

    TraceLine WithCaptured(TraceLine line, string effect)
    {
        var (messages, calls) = (captured.TakeMessages(effect), captured.TakeCalls(effect));
        if (messages.Count > 0) line = line with { Messages = [.. messages.Select(m => new TraceMessage(m.Channel, m.Purpose, m.From, m.To, m.Subject, m.Text, m.Html, m.Segments))] };
        return calls.Count == 0 ? line : line with { Calls = [.. calls.Select(c => Call(c.Request, c.Answer))] };
    }

    static TraceCall Call(OutboundRequest request, OutboundAnswer answer) => new(
        request.Method, request.Url.ToString(), request.Body.IsEmpty ? null : Encoding.UTF8.GetString(request.Body.Span), request.SigningSecrets.Length > 0,
        (answer as OutboundAnswer.Answered)?.Status, (answer as OutboundAnswer.Refused)?.Why);

    bool IsDeed(LogEntry entry) =>
        entry.What is Happened.Done or Happened.Skipped or Happened.Failed or Happened.Unknown or Happened.Retrying or Happened.Held && definition.Find(entry.StepId) is Step.Act;

    public TraceEnd End(Enrollment e) => new(
        e.Id, e.ContactId, e.ScopeKey, e.Status, e.Reason is null ? null : CodeWords.Reason(e.Reason), e.StepId, definition.Find(e.StepId)?.Name,
        (e.Pending as Pending.Timer)?.For, e.IsLive && e.Pending.DueAt is { } due && due > DateTimeOffset.MinValue ? due : null);

    static string By(string source, string sourceId) => (source, sourceId) switch
    {
        (Rehearsal.Source, Rehearsal.Start) => "start",
        (Rehearsal.Source, _) => "script",
        ("workflow", _) => "workflow",
        _ => "engine",
    };

    static List<T>? Take<T>(ref List<T> list)
    {
        if (list.Count == 0) return null;
        var taken = list;
        list = [];
        return taken;
    }
}
