using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Activities;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Simulating.Capturing;
using AesthetixWorkflows.Runtime.Simulating.Overlay;
using AesthetixWorkflows.Runtime.Simulating.Tracing;

namespace AesthetixWorkflows.Runtime.Simulating.Ahead;

/// <summary>Watches what a look ahead writes and tells of it what the contact would hear of.</summary>
sealed class AheadWriter(OverlayStore store, WorkflowBook workflows, Captured captured, AheadWords words, Func<AheadNotes> notes)
{
    readonly List<AheadItem> _items = [];
    readonly List<(Enrollment Enrollment, LogEntry Entry)> _news = [];
    readonly Dictionary<string, WorkTask> _tasks = [];
    readonly Dictionary<string, (AheadItem Item, string Code)> _put = [];
    readonly Dictionary<string, AheadNotes> _notes = [];

    /// <summary>Enrollments that stay where they are until somebody does something, and the code of what that is.</summary>
    public Dictionary<string, string> Parked { get; } = [];

    /// <summary>In the order in which they come; what is still put off comes with it.</summary>
    public IEnumerable<AheadItem> Items => _items
        .Concat(_put.Where(held => store.Enrollments.Of(held.Value.Item.EnrollmentId!)?.Pending is Pending.Action pending && pending.EffectId == held.Key)
            .Select(held => held.Value.Item with { Verdict = AheadVerdict.Held, Why = CodeWords.Reason(held.Value.Code) }))
        .OrderBy(item => item.At);
    public int Count => _items.Count + _put.Count;

    public void Observe(Change change, string? before)
    {
        switch (change)
        {
            case Change.Put { Kind: "task" } put when before is null:
                _tasks[put.Id] = Kinds.Task.Read(put.Json);
                break;
            case Change.Log log when store.Enrollments.Of(log.EnrollmentId) is { } enrollment:
                foreach (var entry in log.Entries)
                {
                    _news.Add((enrollment, entry));
                    if (entry.What is Happened.Held && (enrollment.Pending is Pending.Action { Open: true } || entry.Code == SendConsent.Paused)) Parked[enrollment.Id] = entry.Code!;
                }
                break;
        }
    }

    /// <summary>An enrollment that had been put off before it was looked ahead.</summary>
    public async Task Resume(Enrollment enrollment, CancellationToken ct)
    {
        if (enrollment.Pending is not Pending.Action { Held: { } code, Since: { } since }) return;
        if (await Item(enrollment, new(since, Happened.Held, enrollment.StepId, 0, code), ct) is { } item && code != PersonWait.Code) _put[Effect(enrollment, enrollment.StepId!, enrollment.Visits.GetValueOrDefault(enrollment.StepId!))] = (item, code);
    }

    /// <summary>Tells what was written since the last time, as of that very moment.</summary>
    public async Task Tell(CancellationToken ct)
    {
        foreach (var (enrollment, entry) in _news)
        {
            if (await Step(enrollment, entry.StepId, ct) is not var (definition, step)) continue;
            if (!_notes.TryGetValue(enrollment.Id, out var known)) _notes[enrollment.Id] = known = notes();
            known.See(entry, step, definition);
            if (step is Step.Act) await Tell(enrollment, entry, ct);
        }
        _news.Clear();
    }

    async Task Tell(Enrollment enrollment, LogEntry entry, CancellationToken ct)
    {
        var effect = Effect(enrollment, entry.StepId!, entry.Visit);
        if (await Item(enrollment, entry, ct) is not { } item) return;
        switch (entry)
        {
            case { What: Happened.Held, Code: PersonWait.Code }:
                if (_tasks.Values.FirstOrDefault(task => task.EffectId == effect && task.CreatedAt == entry.At) is { } work) Add(effect, AheadWords.Of(item, work));
                break;
            case { What: Happened.Held, Code: { } code }:
                _put[effect] = (_put.TryGetValue(effect, out var held) ? held.Item : item, code);
                break;
            case { What: Happened.Done } when AheadKinds.IsMessage(item.Kind):
                foreach (var message in captured.TakeMessages(effect)) Add(effect, AheadWords.Of(item, message));
                _put.Remove(effect);
                break;
            case { What: Happened.Done, Code: { } made } when item.Kind is AheadKind.Task && _tasks.TryGetValue(made, out var task):
                Add(effect, AheadWords.Of(item, task));
                break;
            case { What: Happened.Skipped, Code: { } code } when code != "disabled":
                Add(effect, item with { Verdict = AheadVerdict.Skipped, Why = CodeWords.Reason(code) });
                break;
            // Nobody did it in time: that it was to be done was told when it was put on the list.
            case { What: Happened.Failed, Code: { } code } when code != "task.expired":
                Add(effect, item with { Verdict = AheadVerdict.Failed, Why = CodeWords.Reason(code) });
                break;
        }
    }

    void Add(string effect, AheadItem item)
    {
        if (_put.Remove(effect, out var held) && held.Item.At < item.At) item = item with { DueAt = held.Item.At, Why = item.Why ?? CodeWords.Reason(held.Code) };
        _items.Add(item);
    }

    /// <summary>As it would go now. Null: it is nothing that the contact hears of.</summary>
    async Task<AheadItem?> Item(Enrollment enrollment, LogEntry entry, CancellationToken ct)
    {
        if (await Step(enrollment, entry.StepId, ct) is not (var definition, Step.Act step) || words.Kind(step) is not { } kind) return null;
        var item = new AheadItem(entry.At, kind, AheadVerdict.Goes, enrollment.WorkflowId, await Name(enrollment, ct), enrollment.Id, step.Id, step.Name, null, null, null, null,
            _notes.GetValueOrDefault(enrollment.Id)?.Now ?? []);
        return entry.What is Happened.Skipped or Happened.Failed or Happened.Held && AheadKinds.IsMessage(kind) ? await words.Compose(item, definition, enrollment, ct) : item;
    }

    async Task<(Definition, Step)?> Step(Enrollment enrollment, string? stepId, CancellationToken ct) =>
        await workflows.Version(enrollment.Practice, enrollment.WorkflowId, enrollment.Version, ct) is { } definition && definition.Find(stepId) is { } step ? (definition, step) : null;

    async Task<string> Name(Enrollment enrollment, CancellationToken ct) =>
        (await workflows.Workflow(enrollment.Practice, enrollment.WorkflowId, ct))?.Body.Name ?? enrollment.WorkflowId;

    static string Effect(Enrollment enrollment, string step, int visit) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{enrollment.Id}/{step}/{visit}");
}
