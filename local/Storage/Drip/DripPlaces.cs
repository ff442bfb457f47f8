namespace AesthetixWorkflows.Local.Storage;

/// <summary>Places in a drip: so many at once, the next so many an interval later, in order of arrival.</summary>
sealed class DripPlaces(Database database)
{
    public DateTimeOffset Take(string practice, string workflowId, string stepId, string effectId, int batch, TimeSpan every, DateTimeOffset now)
    {
        var (owner, workflow) = (database.Names.Number(practice), database.Names.Number(workflowId));
        if (Taken(owner, workflow, stepId, effectId) is { } known) return Moment.From(known);

        var (release, taken) = Next(Filling(owner, workflow, stepId), batch, every.Ticks, Moment.Of(now));
        database.Use("INSERT OR REPLACE INTO drip (practice, workflow, step, release, taken) VALUES (?, ?, ?, ?, ?)")
            .With(owner).With(workflow).With(stepId).With(release).With(taken).Run();
        database.Use("INSERT INTO drip_place (practice, workflow, step, effect, release) VALUES (?, ?, ?, ?, ?)")
            .With(owner).With(workflow).With(stepId).With(effectId).With(release).Run();
        return Moment.From(release);
    }

    /// <summary>The place after the last one: in the batch being filled, in the one after it, or, when the last batch has
    /// lain idle for its interval, in a new one now.</summary>
    static (long Release, long Taken) Next((long Release, long Taken)? filling, int batch, long every, long now)
    {
        if (filling is not var (release, taken) || release + every <= now) return (now, 1);
        return taken < batch ? (release, taken + 1) : (release + every, 1);
    }

    long? Taken(long practice, long workflow, string step, string effect)
    {
        using var row = database.Use("SELECT release FROM drip_place WHERE practice = ? AND workflow = ? AND step = ? AND effect = ?")
            .With(practice).With(workflow).With(step).With(effect);
        return row.Step() ? row.Long(0) : null;
    }

    (long Release, long Taken)? Filling(long practice, long workflow, string step)
    {
        using var row = database.Use("SELECT release, taken FROM drip WHERE practice = ? AND workflow = ? AND step = ?")
            .With(practice).With(workflow).With(step);
        return row.Step() ? (row.Long(0), row.Long(1)) : null;
    }
}
