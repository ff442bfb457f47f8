using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Runtime.Comparing;

/// <summary>Which steps came, went or moved, and which paths lead elsewhere for any other reason. Put a step in between two,
/// and the first leads elsewhere; nobody wants to be told.</summary>
sealed class RouteDifferences(Titles titles, Definition before, Definition after)
{
    /// <summary>Where everything has changed places, a list of what moved where helps nobody.</summary>
    const int MostMoved = 20, MostTried = 50;

    readonly HashSet<string> _added = [.. after.Steps.Keys.Except(before.Steps.Keys)];
    readonly HashSet<string> _removed = [.. before.Steps.Keys.Except(after.Steps.Keys)];

    sealed record Turn(string? StepId, Way Now, string? Was);

    public IEnumerable<Difference> Find()
    {
        foreach (var id in ReadingOrder.Of(before).Where(_removed.Contains))
            yield return new("removed", "step", id, null, titles.Of(before.Steps[id]), null, $"{titles.Of(before.Steps[id])} was removed.");
        foreach (var id in ReadingOrder.Of(after).Where(_added.Contains))
            yield return new("added", "step", id, null, null, titles.Of(after.Steps[id]), $"{titles.Of(after.Steps[id])} was added {Place(after, id)}.");
        var moved = Moved();
        foreach (var id in moved)
            yield return new("moved", "step", id, null, Place(before, id), Place(after, id), $"{titles.Of(after.Steps[id])} was moved: it is now {Place(after, id)} (before: {Place(before, id)}).");
        foreach (var turn in Turns(moved))
        {
            var (now, was) = (titles.Of(after, turn.Now.Target), titles.Of(before, turn.Was));
            var who = turn.StepId is null ? "The workflow" : string.Format(System.Globalization.CultureInfo.InvariantCulture, turn.Now.Words, titles.Of(after.Steps[turn.StepId]));
            var words = turn.StepId is null ? $"The workflow now begins with {now} (before: {was})." : $"{who} now goes on to {now} (before: {was}).";
            yield return new("rerouted", turn.StepId is null ? "start" : "step", turn.StepId, turn.Now.Key, was, now, words);
        }
    }

    /// <summary>Steps whose removal from both sides straightens out the paths around them.</summary>
    HashSet<string> Moved()
    {
        var moved = new HashSet<string>();
        var turns = Turns(moved);
        while (turns.Count > 1 && moved.Count < MostMoved)
        {
            var best = turns.Select(t => t.StepId).OfType<string>().Distinct().Take(MostTried)
                .Select(id => (Id: id, Turns: Turns([.. moved, id]))).OrderBy(x => x.Turns.Count).FirstOrDefault();
            // Its own path and one that led to it: a step that merely leads elsewhere has not moved.
            if (best.Id is null || best.Turns.Count > turns.Count - 2) break;
            moved.Add(best.Id);
            turns = best.Turns;
        }
        return moved;
    }

    List<Turn> Turns(HashSet<string> moved)
    {
        var turns = new List<Turn>();
        Compare(null, new("start", after.Start, ""), before.Start);
        foreach (var (id, step) in after.Steps.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            if (moved.Contains(id) || before.Find(id) is not { } old || old.Type != step.Type) continue;
            var ways = Way.Of(old).ToDictionary(w => w.Key, w => w.Target);
            foreach (var way in Way.Of(step))
                if (ways.TryGetValue(way.Key, out var was)) Compare(id, way, was);
        }
        return turns;

        void Compare(string? id, Way now, string? was)
        {
            if (Past(after, now.Target, _added, moved) != Past(before, was, _removed, moved)) turns.Add(new(id, now, was));
        }
    }

    static string? Past(Definition definition, string? id, HashSet<string> gone, HashSet<string> moved)
    {
        for (var hops = definition.Steps.Count; hops >= 0 && id is not null && (gone.Contains(id) || moved.Contains(id)); hops--)
        {
            if (definition.Find(id) is not { } step || step is Step.Split) return id;
            id = Way.Past(step);
        }
        return id;
    }

    string Place(Definition definition, string id)
    {
        if (definition.Start == id) return "at the beginning";
        var from = definition.Steps.Values.OrderBy(s => s.Id, StringComparer.Ordinal).SelectMany(s => Way.Of(s).Select(way => (Step: s, Way: way))).FirstOrDefault(x => x.Way.Target == id);
        return from.Step is null ? "where no path leads" : from.Way.Key == "next" ? $"after {titles.Of(from.Step)}" : $"in {string.Format(System.Globalization.CultureInfo.InvariantCulture, Lower(from.Way.Words), titles.Of(from.Step))}";
    }

    static string Lower(string words) => words is ['T', .. var rest] ? $"t{rest}" : words is ['W', .. var when] ? $"the way taken w{when}" : words;
}
