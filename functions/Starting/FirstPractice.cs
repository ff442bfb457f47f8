using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Access;
using AesthetixWorkflows.Runtime.Auditing;
using AesthetixWorkflows.Runtime.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AesthetixWorkflows.Functions.Starting;

/// <summary>Makes the first practice and its owner's key from the settings when the app starts. Every worker does it at every
/// start: ids are fixed, so two at once make one of each, and what is there already is left as it is. Another key in the
/// settings takes the old one's place.</summary>
public sealed class FirstPractice(
    IStore store, IIdSource ids, KeyRing keys, AzureSettings settings, AzureParts parts, TimeProvider clock, ILogger<FirstPractice> log) : BackgroundService
{
    public const string Id = "prac_00000000000000000000000001";
    const string KeyId = "key_00000000000000000000000001";
    static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2), Longest = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        for (var pause = Shortest; ; pause = pause * 2 < Longest ? pause * 2 : Longest)
            try
            {
                await Ensure(stoppingToken);
                return;
            }
#pragma warning disable CA1031 // Storage away, or rights that a deployment has given and that have not arrived: the app is there when they are.
            catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Logs.FirstPracticeLater(log, fault);
                await Task.Delay(pause, clock, stoppingToken);
            }
    }

    public async Task Ensure(CancellationToken ct)
    {
        await parts.Open(store, ct);
        if (await store.Find(Kinds.Practice, Id, Id, ct) is null)
            // A conflict is another worker that was quicker.
            await store.Commit(new ChangeSet(Id).Put(Kinds.Practice, Id, new Practice { Name = settings.PracticeName, TimeZone = settings.PracticeZone, OptOutNoticeDays = Practice.UsualNoticeDays }, 0), ct);
        while (!await KeyIsRight(ct)) await Task.Delay(TimeSpan.FromMilliseconds(50), clock, ct);
    }

    /// <returns>False: somebody else wrote it this moment; look again.</returns>
    async Task<bool> KeyIsRight(CancellationToken ct)
    {
        var hash = KeyRing.HashOf(settings.OwnerKey);
        var known = await store.FindShared(Kinds.Key, Id, KeyId, ct);
        if (known?.Body.Hash == hash)
        {
            // Revoked by a person, for a reason: a restart does not take that back.
            if (known.Body.RevokedAt is not null) Logs.OwnerKeyRevoked(log);
            return true;
        }
        var by = new Actor(Id, "settings", clock.GetUtcNow());
        var changes = new ChangeSet(Id).PutShared(Kinds.Key, KeyId, new ApiKey("owner", hash, [.. Scopes.All], by.Now), known?.Revision ?? 0)
            .Audited(ids, by, known is null ? "key.created" : "key.rotated", KeyId);
        if (!(await store.Commit(changes, ct)).Ok) return await Taken(hash, ct);
        if (known is not null) keys.Forget(known.Body.Hash);
        return true;
    }

    /// <summary>The settings name a key that was made by other hands: it opens already, with the scopes it was given.</summary>
    async Task<bool> Taken(string hash, CancellationToken ct) =>
        await store.FindBy(Kinds.Key, SharedRecords.Everybody, "hash", hash, ct) is { } other && other.Id != SharedRecords.IdOf(Id, KeyId);
}
