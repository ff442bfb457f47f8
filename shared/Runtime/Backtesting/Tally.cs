using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Simulating.Tracing;

namespace AesthetixWorkflows.Runtime.Backtesting;

/// <summary>Counts, and remembers the first few of each kind.</summary>
sealed class Tally(Definition definition, int examples)
{
    readonly Dictionary<string, (int Events, int Matched, int Enrolled)> _triggers = definition.Triggers.ToDictionary(t => t.Id, _ => (0, 0, 0));
    readonly Dictionary<(string Code, string? Trigger), (int Count, List<BacktestExample> Examples)> _reasons = [];
    readonly List<BacktestExample> _enrolled = [];
    readonly HashSet<string> _contacts = [];
    int _events, _matched, _admitted;

    public void Saw(PracticeEvent e)
    {
        _events++;
        foreach (var trigger in definition.Triggers)
            if (trigger.Type == e.Type) _triggers[trigger.Id] = _triggers[trigger.Id] with { Events = _triggers[trigger.Id].Events + 1 };
    }

    public void Matched(string trigger)
    {
        _matched++;
        _triggers[trigger] = _triggers[trigger] with { Matched = _triggers[trigger].Matched + 1 };
    }

    public void Enrolled(PracticeEvent e, string trigger)
    {
        _admitted++;
        _triggers[trigger] = _triggers[trigger] with { Enrolled = _triggers[trigger].Enrolled + 1 };
        if (e.ContactId is not null) _contacts.Add(e.ContactId);
        if (_enrolled.Count < examples) _enrolled.Add(Example(e, trigger, null));
    }

    public void Not(PracticeEvent e, string code, string? trigger = null, IReadOnlyList<FailedRow>? rows = null)
    {
        var known = _reasons.TryGetValue((code, trigger), out var reason) ? reason : (0, []);
        if (known.Item2.Count < examples) known.Item2.Add(Example(e, trigger, rows));
        _reasons[(code, trigger)] = (known.Item1 + 1, known.Item2);
    }

    public BacktestReport Report(DateTimeOffset from, DateTimeOffset to, DateTimeOffset? cutOffAt, IReadOnlyList<string> assumes) => new(
        from, to, _events, _matched, _admitted, _contacts.Count,
        [.. definition.Triggers.Select(t => new TriggerCount(t.Id, t.Type, t.Name, _triggers[t.Id].Events, _triggers[t.Id].Matched, _triggers[t.Id].Enrolled))],
        _enrolled,
        [.. _reasons.OrderByDescending(r => r.Value.Count).ThenBy(r => r.Key.Code, StringComparer.Ordinal)
            .Select(r => new NotEnrolled(r.Key.Code, CodeWords.OfResult(r.Key.Code), r.Key.Trigger, r.Value.Count, r.Value.Examples))],
        cutOffAt, assumes);

    static BacktestExample Example(PracticeEvent e, string? trigger, IReadOnlyList<FailedRow>? rows) => new(e.Id, Ids.MomentOf(e.Id), e.ContactId, trigger, rows);
}
