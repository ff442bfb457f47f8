using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Core.Machine;

/// <summary>Looks along the paths of a definition.</summary>
public static class Paths
{
    /// <summary>Every step that this one may lead to directly.</summary>
    public static IEnumerable<string> After(Step step)
    {
        IEnumerable<string?> targets = step switch
        {
            Step.If s => [.. s.Branches.Select(b => b.Next), s.None.Next],
            Step.Split s => [.. s.Shares.Select(x => x.Next), s.Next],
            Step.GoTo s => [s.Target],
            Step.Act { OnError.Then: OnErrorThen.Branch } s => [s.Next, s.OnError.Next],
            Step.WaitUntil { WhenPast: WhenPast.GoTo } s => [s.Next, s.PastStep],
            Step.WaitInvoice s => [s.Next, s.PaidStep],
            Step.WaitReply { Timeout: { } t } => [step.Next, t.Next],
            Step.WaitCondition { Timeout: { } t } => [step.Next, t.Next],
            Step.WaitLink { Timeout: { } t } => [step.Next, t.Next],
            Step.WaitEmail { Timeout: { } t } => [step.Next, t.Next],
            Step.Goal { Timeout: { } t } => [step.Next, t.Next],
            _ => [step.Next],
        };
        return targets.OfType<string>();
    }

    /// <summary>Whether <paramref name="target"/> still lies ahead of a contact that stands on <paramref name="from"/>.</summary>
    public static bool LeadsTo(Definition definition, string? from, string target)
    {
        if (from is null) return definition.Start is { } start && (start == target || LeadsTo(definition, start, target));
        var seen = new HashSet<string>();
        var open = new Queue<string>([from]);
        while (open.TryDequeue(out var id))
        {
            if (definition.Find(id) is not { } step) continue;
            foreach (var next in After(step))
            {
                if (next == target) return true;
                if (seen.Add(next)) open.Enqueue(next);
            }
        }
        return false;
    }

    /// <summary>Where a late contact picks up again: the next wait for a moment or a length of time, past the messages that
    /// belonged to the moment missed and past the answers to them. Null: there is none on the way that always exists.</summary>
    public static string? NextTimedWait(Definition definition, string? from)
    {
        var seen = new HashSet<string>();
        for (var id = from; id is not null && seen.Add(id);)
        {
            switch (definition.Find(id))
            {
                // A reminder that is switched off is no place to wait, and its text would go at once.
                case { Enabled: false } off:
                    id = Entering.PassBy(off);
                    break;
                case null or Step.WaitUntil or Step.WaitDelay or Step.WaitInvoice or Step.Drip or Step.Goal or Step.End or Step.Split:
                    return id;
                case Step.If branching:
                    id = branching.None.Next;
                    break;
                case Step.GoTo jump:
                    id = jump.Target;
                    break;
                case var step:
                    id = Waiting.TimeoutOf(step)?.Next ?? step.Next;
                    break;
            }
        }
        return null;
    }
}
