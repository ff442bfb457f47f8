using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Tests.Actions;

/// <summary>Records of one practice in memory, found by id and by lookup.</summary>
sealed class MemoryRecords : IRecords
{
    readonly List<(string Kind, string Practice, string Id, object Body)> _records = [];

    public void Add<T>(Kind<T> kind, string id, T body, string practice = "prac_1") where T : class => _records.Add((kind.Name, practice, id, body));

    IEnumerable<Stored<T>> All<T>(Kind<T> kind, string practice) where T : class =>
        _records.Where(record => record.Kind == kind.Name && record.Practice == practice).Select(record => new Stored<T>(record.Id, 1, (T)record.Body));

    public Task<Stored<T>?> Find<T>(Kind<T> kind, string practice, string id, CancellationToken ct = default) where T : class =>
        Task.FromResult(All(kind, practice).FirstOrDefault(stored => stored.Id == id));

    public Task<Stored<T>?> FindBy<T>(Kind<T> kind, string practice, string index, string value, CancellationToken ct = default) where T : class =>
        Task.FromResult(All(kind, practice).FirstOrDefault(stored => kind.Lookups(stored.Body).Any(lookup => lookup.Index == index && lookup.Value == value)));

    public Task<Page<T>> List<T>(Kind<T> kind, string practice, Listing listing, CancellationToken ct = default) where T : class
    {
        var items = All(kind, practice).Where(stored => listing.Index is null || kind.Lookups(stored.Body).Any(lookup => lookup.Index == listing.Index && lookup.Value == listing.Value));
        var ordered = listing.Descending ? items.OrderByDescending(stored => stored.Id, StringComparer.Ordinal) : items.OrderBy(stored => stored.Id, StringComparer.Ordinal);
        return Task.FromResult(new Page<T>([.. ordered.Take(listing.Limit)], null));
    }
}
