using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Core.Events;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Access;

namespace AesthetixWorkflows.Api.Tests;

/// <summary>C25: what patients wrote is masked; to see it takes a scope, and leaves a line.</summary>
[Collection(nameof(Stand))]
public sealed class RevealTests(Stand stand)
{
    const string Private = "Mia has a rash after the peel";

    [Theory]
    [InlineData("/api/messages/msg_1", "msg_1")]
    [InlineData("/api/messages?contactId=con_1", "messages")]
    [InlineData("/api/deliveries/dlv_1", "dlv_1")]
    [InlineData("/api/deliveries", "deliveries")]
    [InlineData("/api/events/evt_1", "evt_1")]
    public async Task C25_what_is_private_is_masked_until_it_is_revealed_and_that_is_audited(string path, string subject)
    {
        var key = await Full();
        var masked = (await stand.Send("GET", path, key: key)).Expect(200).Body;
        Assert.DoesNotContain(Private, masked, StringComparison.Ordinal);
        Assert.Contains("•••", System.Text.RegularExpressions.Regex.Unescape(masked), StringComparison.Ordinal);
        Assert.Empty(await Audited(key));

        var shown = (await stand.Send("GET", path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "reveal=true", key: key)).Expect(200).Body;
        Assert.Contains(Private, shown, StringComparison.Ordinal);
        Assert.Equal([subject], await Audited(key));
    }

    [Theory]
    [InlineData("/api/messages/msg_1")]
    [InlineData("/api/deliveries")]
    [InlineData("/api/events/evt_1")]
    public async Task C25_without_the_scope_nothing_is_revealed_and_nothing_written(string path)
    {
        var key = await Full([.. Scopes.All.Except([Scopes.Reveal])]);
        (await stand.Send("GET", path + "?reveal=true", key: key)).ExpectProblem(403, "scope.missing");
        (await stand.Send("GET", path, key: key)).Expect(200);
        (await stand.Send("GET", path + "?reveal=perhaps", key: key)).ExpectProblem(400, "query.invalid");
        Assert.Empty(await Audited(key));
    }

    [Fact]
    public async Task C25_the_line_itself_names_nobody_and_quotes_nothing()
    {
        var key = await Full();
        (await stand.Send("GET", "/api/messages/msg_1?reveal=true", key: key)).Expect(200);
        var log = (await stand.Send("GET", "/api/audit", key: key)).Expect(200).Body;
        Assert.DoesNotContain("Mia", log, StringComparison.Ordinal);
        Assert.DoesNotContain("+1212", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_described_and_not_private_stays_readable_in_an_event()
    {
        var key = await Full();
        var data = (await stand.Send("GET", "/api/events/evt_1", key: key)).Expect(200).Json["data"]!;
        Assert.Equal(["contact", "form"], data.AsObject().Select(part => part.Key).Order());
        Assert.Equal("•••", data["form"]!["fields"]!["complaint"]!.ToString());
        Assert.Equal("•••", data["contact"]!["email"]!.ToString());
    }

    [Fact]
    public async Task A_note_to_the_team_is_for_whoever_reads_the_list()
    {
        var key = await Full();
        await stand.Store.Commit(new ChangeSet(key).Put(Kinds.Message, "msg_2", new() { Channel = "inapp", Direction = Direction.Out, Status = MessageStatus.Sent, Purpose = "team", Text = "Look at two workflows" }));
        Assert.Equal("Look at two workflows", (await stand.Send("GET", "/api/messages/msg_2", key: key)).Expect(200).Text("text"));
    }

    [Theory]
    [InlineData("/api/contacts/con_1/messages")]
    [InlineData("/api/contacts/con_1/timeline")]
    public async Task C25_a_conversation_is_for_who_may_answer_it_and_that_somebody_read_it_is_written_down_once_an_hour(string path)
    {
        var key = await Full([Scopes.ContactsRead, Scopes.AuditRead]);
        await Contact(key);
        Assert.DoesNotContain(Private, (await stand.Send("GET", path, key: key)).Expect(200).Body, StringComparison.Ordinal);
        Assert.Empty(await Audited(key));

        var desk = await Full([Scopes.ContactsRead, Scopes.ContactsWrite, Scopes.AuditRead]);
        await Contact(desk);
        foreach (var _ in new[] { 1, 2 }) Assert.Contains(Private, (await stand.Send("GET", path, key: desk)).Expect(200).Body, StringComparison.Ordinal);
        Assert.Equal(["con_1"], await Audited(desk));
    }

    [Fact]
    public async Task C25_a_hook_that_is_tried_with_what_somebody_sent_shows_it_to_who_may_see_it()
    {
        foreach (var sees in new[] { false, true })
        {
            var key = await Full([Scopes.ContactsRead, Scopes.SettingsWrite, Scopes.AuditRead, .. sees ? [Scopes.Reveal] : Array.Empty<string>()]);
            await stand.Store.Commit(new ChangeSet(key)
                .Put(Kinds.Practice, key, new() { Name = "Lumina", TimeZone = "UTC" })
                .PutShared(Kinds.Hook, "hook_1", new Hook("Form", "hk" + key, "none", [], "form.submitted", System.Collections.Immutable.ImmutableDictionary<string, string>.Empty, System.Collections.Immutable.ImmutableDictionary<string, string>.Empty,
                    System.Text.Json.JsonSerializer.SerializeToElement(new { email = "mia@example.test", complaint = Private }), DateTimeOffset.UnixEpoch, true, 0, null), 0));
            var told = (await stand.Send("POST", "/api/hooks/hook_1/test", "{}", key: key)).Expect(200).Body;
            Assert.Equal((sees, sees), (told.Contains(Private, StringComparison.Ordinal), told.Contains("mia@example", StringComparison.Ordinal)));
            Assert.Equal(sees ? ["hook_1"] : [], await Audited(key));
        }
    }

    async Task Contact(string practice) =>
        await stand.Store.Commit(new ChangeSet(practice).Put(Kinds.Contact, "con_1", new() { FirstName = "Mia", CreatedAt = DateTimeOffset.UnixEpoch }));

    async Task<string> Full(IReadOnlyList<string>? scopes = null)
    {
        var key = "p" + Guid.NewGuid().ToString("N");
        await stand.Key(key, key, scopes ?? Scopes.All);
        var data = System.Text.Json.JsonSerializer.SerializeToElement(new { form = new { id = "f", fields = new { complaint = Private } }, contact = new { email = "mia@example.test" } });
        await stand.Store.Commit(new ChangeSet(key)
            .Put(Kinds.Message, "msg_1", new() { ContactId = "con_1", Channel = "sms", Direction = Direction.In, Status = MessageStatus.Received, Text = Private, From = "+12125550188" })
            .Put(Kinds.Delivery, "dlv_1", new("https://a.example", "POST", "e", null, null, 1, 200, null, Private, "thanks", 5, DateTimeOffset.UnixEpoch))
            .Add(new Change.Accept(new PracticeEvent("evt_1", key, "test", "1", "form.submitted", DateTimeOffset.UnixEpoch, "con_1", data, 0, null))));
        return key;
    }

    async Task<IEnumerable<string>> Audited(string key) =>
        (await stand.Send("GET", "/api/audit?action=data.revealed", key: key)).Expect(200).Json["items"]!.AsArray().Select(line => line!["subject"]!.ToString()).ToList();
}
