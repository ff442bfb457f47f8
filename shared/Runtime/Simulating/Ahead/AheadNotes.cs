using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Simulating.Tracing;

namespace AesthetixWorkflows.Runtime.Simulating.Ahead;

/// <summary>What the way of one enrollment depends on that nobody can know before: said of everything that comes after it.</summary>
/// <param name="model">Whether there is a model that decides; without one it is known what is decided.</param>
sealed class AheadNotes(ProductCatalogue catalogue, bool model)
{
    /// <summary>Steps whose results are not what they will be.</summary>
    readonly Dictionary<string, Reason> _doubtful = [];
    readonly List<Reason> _notes = [];

    public IReadOnlyList<Reason> Now => _notes.Count == 0 ? [] : [.. _notes];

    public void See(LogEntry entry, Step step, Definition definition)
    {
        foreach (var read in FactNeeds.Of(step, definition).Outputs)
            if (_doubtful.TryGetValue(read, out var doubt)) Add(doubt);
        switch (step, entry)
        {
            case (Step.Split split, { What: Happened.Decided, Code: ['s', 'h', 'a', 'r', 'e', ':', .. var id] }):
                // No chance any more: the side follows from who the contact is, or was kept the first time.
                Add(new("ahead.split", $"The random split “{Named(step)}” has this contact on “{split.Shares.FirstOrDefault(share => share.Id == id)?.Name ?? id}”."));
                break;
            case (Step.Drip, { What: Happened.Waiting or Happened.Resumed }):
                Add(new("ahead.drip", $"It may be later: “{Named(step)}” lets only so many through at a time."));
                break;
            case (Step.Act act, { What: Happened.Done }) when Doubt(act) is { } doubt:
                _doubtful[act.Id] = doubt;
                if (act.OnError is { Then: not OnErrorThen.Continue }) Add(doubt);
                break;
        }
    }

    Reason? Doubt(Step.Act act) => !catalogue.Actions.TryGetValue(act.Type, out var action) || action is IMessageAction || !action.Descriptor.Outside ? null
        : !act.Type.StartsWith("ai.", StringComparison.Ordinal) ? new("ahead.answer", $"It depends on what another system answers to “{Named(act)}”.")
        : model ? new("ahead.model", $"It depends on what the model decides at “{Named(act)}”.") : null;

    void Add(Reason note)
    {
        if (!_notes.Contains(note)) _notes.Add(note);
    }

    static string Named(Step step) => step.Name is { Length: > 0 } name ? name : step.Id;
}
