using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Desk;

/// <summary>Fields that name other records: they must exist in the same practice.</summary>
static class References
{
    public static async Task<Refusal?> Missing<T>(this IStore store, Kind<T> kind, string practice, string field, string? id, CancellationToken ct) where T : class =>
        id is null || await store.Find(kind, practice, id, ct) is not null
            ? null
            : Refusal.OfField(Codes.ReferenceUnknown, "/" + field, $"There is no such {kind.Name}.");
}
