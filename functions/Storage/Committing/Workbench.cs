using Azure.Data.Tables;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>The rows one commit touches, while its changes are laid out one after the other.</summary>
sealed class Workbench(string practice, Findings findings, DateTimeOffset now)
{
    readonly Dictionary<RowId, Draft> _drafts = [];
    readonly Dictionary<string, string> _duplicates = [];

    public string Practice { get; } = practice;
    public string Partition { get; } = RowKeys.Practice(practice);
    public DateTimeOffset Now { get; } = now;
    /// <summary>The change that is being laid out.</summary>
    public int Change { get; set; }
    /// <summary>In the order in which they were first touched.</summary>
    public IEnumerable<Draft> Drafts => _drafts.Values.Where(d => d.Touched);
    public Dictionary<string, string> Duplicates => _duplicates;

    /// <summary>The row without a look at the table, unless this commit has had one already.</summary>
    public Draft At(string key, string? partition = null)
    {
        var id = new RowId(partition ?? Partition, key);
        if (!_drafts.TryGetValue(id, out var draft))
        {
            _drafts[id] = draft = new(id);
            if (findings.TryGet(id, out var row)) draft.Learn(row);
        }
        draft.Changes.Add(Change);
        return draft;
    }

    /// <summary>As the row was when this commit first saw it.</summary>
    public TableEntity? First(Draft draft) => findings.First(draft.Id);

    /// <summary>The row, and what it holds now.</summary>
    public async ValueTask<Draft> Look(string key, string? partition = null)
    {
        var draft = At(key, partition);
        if (!draft.Known && !draft.Touched) draft.Learn(await findings.Look(draft.Id));
        return draft;
    }
}
