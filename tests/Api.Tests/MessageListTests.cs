using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Tests;

/// <summary>The list of messages, as whoever is on call asks it.</summary>
[Collection(nameof(Stand))]
public sealed class MessageListTests(Stand stand)
{
    static readonly DateTimeOffset Now = new(2026, 3, 2, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Those_that_failed_since_a_moment_are_found_with_their_reason()
    {
        var key = await stand.Fresh();
        await Keep(key, MessageStatus.Failed, Now.AddDays(-3));
        await Keep(key, MessageStatus.Failed, Now.AddHours(-2));
        await Keep(key, MessageStatus.Sent, Now.AddHours(-1));
        var found = (await stand.Send("GET", $"/api/messages?status=failed&direction=out&from={Now.AddDays(-1):O}", key: key)).Expect(200).Json["items"]!.AsArray();
        Assert.Equal("merge.missing:contact.company", Assert.Single(found)!["code"]!.ToString());
        Assert.Equal(2, (await stand.Send("GET", "/api/messages?status=failed", key: key)).Expect(200).Json["items"]!.AsArray().Count);
        (await stand.Send("GET", "/api/messages?from=yesterday", key: key)).ExpectProblem(400, "query.invalid");
    }

    [Fact]
    public async Task Nothing_older_is_read_through_once_the_moment_is_passed()
    {
        var key = await stand.Fresh();
        for (var n = 0; n < 450; n++) await Keep(key, MessageStatus.Sent, Now.AddDays(-10).AddMinutes(n));
        await Keep(key, MessageStatus.Sent, Now);
        var page = (await stand.Send("GET", $"/api/messages?status=failed&from={Now.AddDays(-1):O}", key: key)).Expect(200).Json;
        Assert.Empty(page["items"]!.AsArray());
        Assert.Null(page["next"]);
    }

    [Fact]
    public async Task One_that_went_at_a_later_try_is_found_by_when_it_went()
    {
        var key = await stand.Fresh();
        await Keep(key, MessageStatus.Failed, Now, made: Now.AddHours(-20));
        Assert.Single((await stand.Send("GET", $"/api/messages?from={Now.AddHours(-1):O}", key: key)).Expect(200).Json["items"]!.AsArray());
    }

    Task<Committed> Keep(string practice, MessageStatus status, DateTimeOffset at, DateTimeOffset? made = null) => stand.Store.Commit(new ChangeSet(practice).Put(
        Kinds.Message, Ids.From(Kinds.Message.Prefix, made ?? at, Guid.NewGuid().ToString()),
        new() { Channel = "sms", Direction = Direction.Out, Status = status, Code = status is MessageStatus.Failed ? "merge.missing:contact.company" : null, At = at }, 0));
}
