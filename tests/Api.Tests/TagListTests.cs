using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Tests;

/// <summary>The tags that one may choose from: those that contacts have, not only those that workflows name.</summary>
[Collection(nameof(Stand))]
public sealed class TagListTests(Stand stand)
{
    [Fact]
    public async Task Tags_of_contacts_are_offered_once_however_they_are_written()
    {
        var key = await stand.Fresh();
        foreach (var tags in new[] { new[] { "vip", "new lead" }, ["VIP", "peel"] })
            (await stand.Send("POST", "/api/contacts", new { firstName = "Ann", tags }, key)).Expect(201);
        (await stand.Send("POST", "/api/tags/delete", new { tag = "peel" }, key)).Expect(200);
        var told = (await stand.Send("GET", "/api/tags", key: key)).Expect(200).Json;
        Assert.Equal(["new lead False", "peel True", "vip False"], told["items"]!.AsArray().Select(tag => $"{tag!["name"]!.ToString().ToLowerInvariant()} {tag["deleted"]!.GetValue<bool>()}"));
        Assert.False(told["cut"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Of_very_many_contacts_the_newest_are_looked_at_and_what_was_given_last_and_the_answer_says_so()
    {
        var key = await stand.Fresh();
        var (old, older) = (await Contact(key, -2), await Contact(key, -1, "forgotten"));
        for (var n = 0; n < 2000; n++) await Contact(key, n, n == 1999 ? "newest" : "patient");
        (await stand.Send("POST", $"/api/contacts/{old}/tags", new { tags = new[] { "just given" } }, key)).Expect(200);
        var told = (await stand.Send("GET", "/api/tags", key: key)).Expect(200).Json;
        Assert.True(told["cut"]!.GetValue<bool>());
        Assert.Equal(["just given", "newest", "patient"], Names(told));
        Assert.NotNull(older);
    }

    [Fact]
    public async Task Who_may_not_read_contacts_is_not_told_what_tags_they_have()
    {
        var key = await stand.Fresh();
        await Contact(key, 0, "rash");
        Assert.Equal(["rash"], Names((await stand.Send("GET", "/api/tags", key: key)).Expect(200).Json));
        var other = "w" + Guid.NewGuid().ToString("N");
        await stand.Key(key, other, [Scopes.WorkflowsRead]);
        Assert.Empty(Names((await stand.Send("GET", "/api/tags", key: other)).Expect(200).Json));
    }

    static IEnumerable<string> Names(System.Text.Json.Nodes.JsonNode told) => told["items"]!.AsArray().Select(tag => tag!["name"]!.ToString());

    async Task<string> Contact(string practice, int minute, params string[] tags)
    {
        var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute);
        var id = Ids.From(Kinds.Contact.Prefix, at, Guid.NewGuid().ToString());
        await stand.Store.Commit(new ChangeSet(practice).Put(Kinds.Contact, id, new() { FirstName = "Ann", Tags = [.. tags], CreatedAt = at }, 0));
        return id;
    }
}
