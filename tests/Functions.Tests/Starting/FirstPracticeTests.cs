using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Functions.Starting;
using AesthetixWorkflows.Functions.Tests.Doubles;
using AesthetixWorkflows.Runtime.Access;

namespace AesthetixWorkflows.Functions.Tests.Starting;

public sealed class FirstPracticeTests
{
    const string Another = "ak_ffffffffffffffffffffffffffffffff";

    static async Task<int> Keys(AzureStand stand) => (await stand.Store.ListShared(Kinds.Key, AzureStand.Practice, 50, null, default)).Items.Count;

    [Fact]
    public async Task The_first_start_makes_the_practice_and_its_owners_key()
    {
        await using var stand = await AzureStand.Open();
        var practice = (await stand.Store.Find(Kinds.Practice, FirstPractice.Id, FirstPractice.Id))!.Body;
        Assert.Equal(("Lumina", "America/New_York"), (practice.Name, practice.TimeZone));
        (await stand.Call("GET", "/api/keys")).Expect(200);
    }

    [Fact]
    public async Task Every_further_start_changes_nothing()
    {
        await using var stand = await AzureStand.Open();
        var practice = (await stand.Store.Find(Kinds.Practice, FirstPractice.Id, FirstPractice.Id))!;
        await stand.Store.Commit(new ChangeSet(FirstPractice.Id).Put(Kinds.Practice, FirstPractice.Id, practice.Body with { Name = "Renamed" }, practice.Revision));
        await using var next = await AzureStand.Open(after: stand);
        Assert.Equal("Renamed", (await stand.Store.Find(Kinds.Practice, FirstPractice.Id, FirstPractice.Id))!.Body.Name);
        Assert.Equal(1, await Keys(stand));
    }

    [Fact]
    public async Task Two_workers_that_start_at_once_make_one_of_each()
    {
        await using var stand = await AzureStand.Open();
        var store = new MemoryStore();
        FirstPractice Worker() => new(store, stand.Get<IIdSource>(), stand.Get<Api.Access.KeyRing>(), stand.Get<AzureSettings>(), stand.Get<AzureParts>(), stand.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<FirstPractice>.Instance);
        // Each looks before the other has written.
        var other = Worker();
        var raced = false;
        store.Before = _ =>
        {
            if (raced) return;
            raced = true;
            store.Before = null;
            other.Ensure(default).GetAwaiter().GetResult();
        };
        await Worker().Ensure(default);
        Assert.True(raced);
        Assert.Equal([FirstPractice.Id], await store.Practices());
        Assert.Single((await store.ListShared(Kinds.Key, FirstPractice.Id, 50, null, default)).Items);
    }

    [Fact]
    public async Task Another_owners_key_in_the_settings_takes_the_old_ones_place()
    {
        await using var stand = await AzureStand.Open();
        await using var next = await AzureStand.Open(new Dictionary<string, string?> { ["Owner:Key"] = Another }, after: stand);
        (await next.Call("GET", "/api/keys", key: Another)).Expect(200);
        (await next.Call("GET", "/api/keys")).Expect(401, "key.unknown");
        Assert.Equal(1, await Keys(next));
        Assert.Contains("key.rotated", (await next.Call("GET", "/api/audit", key: Another)).Body, StringComparison.Ordinal);
        // The other worker remembers a key for seconds only.
        stand.Clock.Advance(TimeSpan.FromSeconds(6));
        (await stand.Call("GET", "/api/keys")).Expect(401, "key.unknown");
    }

    [Fact]
    public async Task A_key_that_a_person_revoked_is_not_brought_back_by_a_restart()
    {
        await using var stand = await AzureStand.Open();
        var id = (await stand.Call("GET", "/api/keys")).Json["items"]![0]!["id"]!.ToString();
        (await stand.Call("DELETE", $"/api/keys/{id}", headers: [("If-Match", "*")])).Expect(204);
        await using var next = await AzureStand.Open(after: stand);
        (await next.Call("GET", "/api/keys")).Expect(401, "key.unknown");
        await using var mended = await AzureStand.Open(new Dictionary<string, string?> { ["Owner:Key"] = Another }, after: stand);
        (await mended.Call("GET", "/api/keys", key: Another)).Expect(200);
    }

    [Fact]
    public async Task The_store_may_come_later_than_the_worker()
    {
        await using var stand = await AzureStand.Open();
        var store = new MemoryStore { Away = true };
        using var first = new FirstPractice(store, stand.Get<IIdSource>(), stand.Get<Api.Access.KeyRing>(), stand.Get<AzureSettings>(), stand.Get<AzureParts>(), stand.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<FirstPractice>.Instance);
        await first.StartAsync(default);
        store.Away = false;
        await first.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal([FirstPractice.Id], await store.Practices());
    }
}
