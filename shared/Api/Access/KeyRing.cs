using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Access;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Access;

/// <summary>Finds out whose key it is. Remembers known keys for a few seconds, so a revoked key dies within those on every
/// host, and at once on the one that revoked it.</summary>
public sealed class KeyRing(IStore store, TimeProvider clock)
{
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    const int Most = 10_000;

    readonly ConcurrentDictionary<string, (Caller Caller, DateTimeOffset Until)> _known = new();

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public static string NewSecret() => "ak_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public ValueTask<Caller?> Find(string secret, CancellationToken ct) => FindHashed(HashOf(secret), ct);

    /// <summary>For who keeps hashes of keys only.</summary>
    public ValueTask<Caller?> FindHashed(string hash, CancellationToken ct) =>
        _known.TryGetValue(hash, out var known) && known.Until > clock.GetUtcNow() ? new(known.Caller) : new(Ask(hash, ct));

    public void Forget(string hash) => _known.TryRemove(hash, out _);

    async Task<Caller?> Ask(string hash, CancellationToken ct)
    {
        var stored = await store.FindBy(Kinds.Key, SharedRecords.Everybody, "hash", hash, ct);
        if (stored is null || stored.Body.RevokedAt is not null || !Same(stored.Body.Hash, hash)) return null;
        var (practice, id) = SharedRecords.Split(stored.Id);
        var caller = new Caller(practice, id, stored.Body.Name, stored.Body.Scopes.ToFrozenSet());
        if (_known.Count >= Most) _known.Clear();
        _known[hash] = (caller, clock.GetUtcNow() + Fresh);
        return caller;
    }

    // The store found it by an index; comparing again in constant time keeps a lax index from being a way in.
    static bool Same(string stored, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(stored), Encoding.ASCII.GetBytes(given));
}
