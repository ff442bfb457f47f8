using System.Text.Json;
using System.Text.Json.Serialization;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Runtime.Ports;
using Azure.Data.Tables;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>How often what happened at each step: what has been counted, and the rows of the workflow's log since. Whoever asks
/// counts on, and keeps what is surely complete. See docs/decisions/0011-statistics.md.</summary>
sealed class StepCounts(Table table, TimeProvider time)
{
    /// <summary>A row is filed under the moment at which its commit began; an hour later it is there or never will be, however
    /// often the commit was tried and however wrong the clocks are.</summary>
    static readonly TimeSpan Settled = TimeSpan.FromHours(1);

    public async Task<IReadOnlyList<StepCount>> Of(string practice, string workflowId, CancellationToken ct)
    {
        var partition = RowKeys.Practice(practice);
        var row = await table.Find(new(partition, RowKeys.Tally(workflowId)), ct);
        var known = row is null ? new Counted(0, []) : JsonSerializer.Deserialize(BodyText.Read(row)!, TallyShape.Default.Counted)!;
        var (settled, counts) = (Moment.Of(time.GetUtcNow() - Settled), Read(known));
        var until = known.Until;
        var fresh = new Dictionary<Place, long>();
        // Newest first: what is counted already begins where the range ends.
        var end = known.Until == 0 ? null : RowKeys.LogOfWorkflow(workflowId, Moment.From(known.Until - 1));
        await table.Visit(new KeyRange(partition, RowKeys.LogOfWorkflow(workflowId), before: end), Table.Page, null, rows =>
        {
            foreach (var line in rows)
            {
                var at = line.GetInt64(Columns.Changed)!.Value;
                Add(at < settled ? counts : fresh, line);
                if (at < settled) until = Math.Max(until, at + 1);
            }
            return true;
        }, ct);
        if (until > known.Until) await Keep(partition, workflowId, row, new(until, [.. counts.Select(c => new Kept(c.Key.Step, c.Key.What, c.Key.Code, c.Value))]));
        foreach (var (place, count) in fresh) counts[place] = counts.GetValueOrDefault(place) + count;
        return [.. counts.Select(c => new StepCount(c.Key.Step, c.Key.What, c.Key.Code, c.Value)), .. await Standing(partition, workflowId, ct)];
    }

    async Task<IEnumerable<StepCount>> Standing(string partition, string workflow, CancellationToken ct)
    {
        var counts = new Dictionary<string, long>();
        foreach (var standing in new[] { Storage.Standing.Live, Storage.Standing.Paused })
            await table.Visit(new(partition, RowKeys.OfWorkflow(workflow, standing)), Table.Page, [Columns.Step], rows =>
            {
                foreach (var row in rows)
                    if (row.GetString(Columns.Step) is { } step) counts[step] = counts.GetValueOrDefault(step) + 1;
                return true;
            }, ct);
        return counts.Select(c => new StepCount(c.Key, null, null, c.Value));
    }

    /// <summary>When somebody else was quicker, it is counted again the next time; nothing is lost.</summary>
    async Task Keep(string partition, string workflow, TableEntity? found, Counted counted)
    {
        var row = new TableEntity(partition, RowKeys.Tally(workflow));
        BodyText.Write(row, JsonSerializer.Serialize(counted, TallyShape.Default.Counted));
        await table.Submit([found is null ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, found.ETag)]);
    }

    static void Add(Dictionary<Place, long> counts, TableEntity row)
    {
        foreach (var entry in JsonSerializer.Deserialize(BodyText.Read(row)!, LogShape.Default.ListLogEntry)!)
            foreach (var (step, code) in StepCodes.Counted(entry))
            {
                var place = new Place(step, entry.What, code);
                counts[place] = counts.GetValueOrDefault(place) + 1;
            }
    }

    static Dictionary<Place, long> Read(Counted counted) => counted.Steps.ToDictionary(k => new Place(k.Step, k.What, k.Code), k => k.Count);

    readonly record struct Place(string Step, Happened What, string? Code);
}

/// <param name="Until">Rows filed before this moment are counted.</param>
sealed record Counted(long Until, List<Kept> Steps);

sealed record Kept(string Step, Happened What, string? Code, long Count);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Counted))]
sealed partial class TallyShape : JsonSerializerContext;
