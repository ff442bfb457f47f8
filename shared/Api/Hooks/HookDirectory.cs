using System.Collections.Concurrent;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Access;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Api.Hooks;

/// <summary>Finds a hook by the key in its address. Remembers hooks for a few seconds: a booking system that sends its
/// whole calendar asks the store once.</summary>
public sealed class HookDirectory(IStore store, TimeProvider clock)
{
    const long FreshMs = 3_000;
    const int Most = 50_000;

    readonly ConcurrentDictionary<string, HookEntry> _known = new();

    public ValueTask<HookEntry?> Find(string key, CancellationToken ct) =>
        _known.TryGetValue(key, out var entry) && entry.Until > Now ? new(entry) : new(Ask(key, ct));

    public void Forget(string key) => _known.TryRemove(key, out _);

    /// <summary>Milliseconds that only go forward.</summary>
    public long Now => clock.GetTimestamp() * 1000 / clock.TimestampFrequency;

    async Task<HookEntry?> Ask(string key, CancellationToken ct)
    {
        try
        {
            return await Read(key, ct);
        }
        catch (StoreUnavailableException) when (_known.TryGetValue(key, out var before))
        {
            // Where nothing can be read nothing can have been changed; a host with a queue still takes the call.
            return _known[key] = before with { Until = Now + FreshMs };
        }
    }

    async Task<HookEntry?> Read(string key, CancellationToken ct)
    {
        if (await store.FindBy(Kinds.Hook, SharedRecords.Everybody, "key", key, ct) is not { } stored)
        {
            _known.TryRemove(key, out _);
            return null;
        }
        if (_known.Count >= Most) _known.Clear();
        var (practice, id) = SharedRecords.Split(stored.Id);
        // The calls of this second stay counted when the hook is read again.
        var rate = _known.TryGetValue(key, out var before) ? before.Rate : new CallRate();
        return _known[key] = new(practice, id, stored.Body, Now + FreshMs, rate);
    }
}

/// <summary>A hook and whose it is.</summary>
public sealed record HookEntry(string Practice, string Id, Hook Hook, long Until, CallRate Rate);
