using System.Globalization;
using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Tests;

/// <summary>The inbox: every contact that messages went to or came from, the latest news first.</summary>
[Collection(nameof(Stand))]
public sealed class ConversationListTests(Stand stand)
{
    static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    int _written;

    [Fact]
    public async Task Each_contact_stands_there_once_with_the_newest_message()
    {
        var key = await Practice("ann", "bea", "cleo");
        await Writes(key, "ann", 0, "Hello Ann");
        await Writes(key, "bea", 1, "Hello Bea");
        await Writes(key, "ann", 2, "Yes please", Direction.In);
        await Writes(key, null, 3, "To the team");
        Assert.Equal(["con_ann: ↩ Yes please", "con_bea: Hello Bea"], await Lines(key));
        var first = (await Get(key)).Json["items"]![0]!;
        Assert.Equal(("ann", "sms", "received", Morning.AddMinutes(2)), (first["name"]!.ToString(), first["last"]!["channel"]!.ToString(), first["last"]!["status"]!.ToString(), (DateTimeOffset)first["last"]!["at"]!));
    }

    [Fact]
    public async Task A_message_that_is_reported_late_is_not_taken_for_the_newest()
    {
        var key = await Practice("ann", "bea");
        await Writes(key, "ann", 30, "Later words");
        await Writes(key, "bea", 20, "Between");
        await Writes(key, "ann", 10, "Earlier words", Direction.In);
        Assert.Equal(["con_ann: Later words", "con_bea: Between"], await Lines(key));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(200)]
    public async Task Page_by_page_it_is_the_same_list_also_while_more_is_written(int limit)
    {
        var names = Enumerable.Range(0, 8).Select(n => $"p{n}").ToArray();
        var key = await Practice(names);
        // Everybody several times, in an order that mixes them.
        for (var n = 0; n < 300; n++) await Writes(key, names[n * 7 % 8 == n % 8 ? n % 5 : n * 3 % 8], n, $"{n}");
        var whole = await Lines(key);
        Assert.Equal(8, whole.Distinct().Count());

        var (found, cursor) = (new List<string>(), "");
        do
        {
            var page = await Get(key, $"?limit={limit}{cursor}");
            found.AddRange(Told(page));
            cursor = page.Json["next"] is { } next ? $"&cursor={next}" : "";
            // Whoever was shown goes on writing: that neither hides anybody nor shows somebody twice.
            await Writes(key, found[0].Split(':')[0]["con_".Length..], 400 + found.Count, "new");
        }
        while (cursor.Length > 0);
        Assert.Equal(whole, found);
    }

    [Fact]
    public async Task Unread_and_archived_ones_are_found_however_old_they_are_and_the_unread_are_counted()
    {
        var key = await Practice("ann", "bea", "cleo", "dan");
        foreach (var (name, minute) in new[] { ("dan", 0), ("cleo", 1), ("bea", 2), ("ann", 3) }) await Writes(key, name, minute, name);
        for (var n = 0; n < 250; n++) await Writes(key, "ann", 10 + n, "ann");
        await Mark(key, "dan", unread: true, archived: false);
        await Mark(key, "cleo", unread: true, archived: false);
        await Mark(key, "bea", unread: true, archived: true);

        Assert.Equal(["con_cleo: cleo", "con_dan: dan"], await Lines(key, "?status=unread"));
        Assert.Equal(["con_bea: bea"], await Lines(key, "?status=archived"));
        Assert.Equal(["con_ann: ann", "con_cleo: cleo", "con_dan: dan"], await Lines(key, "?status=inbox"));
        Assert.Equal(4, (await Lines(key)).Count);
        var part = await Get(key, "?status=unread&limit=1");
        Assert.Equal(2, (int)part.Json["unread"]!);
        Assert.Equal(["con_dan: dan"], await Lines(key, $"?status=unread&limit=1&cursor={part.Text("next")}"));

        await Mark(key, "dan", unread: false, archived: false);
        Assert.Equal(["con_cleo: cleo"], await Lines(key, "?status=unread"));
        Assert.Equal(1, (int)(await Get(key)).Json["unread"]!);
    }

    [Fact]
    public async Task They_are_found_by_name_and_who_was_deleted_is_gone()
    {
        var key = await Practice("ann", "anton", "bea");
        foreach (var (name, minute) in new[] { ("bea", 0), ("anton", 1), ("ann", 2) }) await Writes(key, name, minute, name);
        await Mark(key, "anton", unread: true, archived: false);
        Assert.Equal(["con_ann: ann", "con_anton: anton"], await Lines(key, "?search=AN"));
        Assert.Equal(["con_anton: anton"], await Lines(key, "?search=an&status=unread"));
        Assert.Empty(await Lines(key, "?search=nobody"));

        (await stand.Send("DELETE", "/api/contacts/con_anton", key: key, match: "*")).Expect(204);
        Assert.Equal(["con_ann: ann", "con_bea: bea"], await Lines(key));
        Assert.Equal(0, (int)(await Get(key)).Json["unread"]!);
    }

    [Fact]
    public async Task C25_the_words_are_for_who_may_answer_and_that_they_were_read_is_written_down_once_an_hour()
    {
        var key = await Practice("ann");
        await Writes(key, "ann", 0, "I have a rash", Direction.In);
        var (looks, answers) = (key + "r", key + "w");
        await stand.Key(key, looks, [Scopes.ContactsRead]);
        await stand.Key(key, answers, [Scopes.ContactsRead, Scopes.ContactsWrite]);

        Assert.Equal(["con_ann: ↩ •••"], Told((await stand.Send("GET", "/api/conversations", key: looks)).Expect(200)));
        Assert.Empty(await Audited(key));
        foreach (var _ in new[] { 1, 2 }) Assert.Equal(["con_ann: ↩ I have a rash"], Told((await stand.Send("GET", "/api/conversations", key: answers)).Expect(200)));
        Assert.Equal(["conversations"], await Audited(key));
    }

    [Fact]
    public async Task A_long_message_is_shown_by_its_beginning()
    {
        var key = await Practice("ann");
        await Writes(key, "ann", 0, new string('x', 199) + "😀 and more");
        Assert.Equal("con_ann: " + new string('x', 199) + "…", Assert.Single(await Lines(key)));
    }

    [Theory]
    [InlineData("?status=open", "query.invalid")]
    [InlineData("?limit=0", "query.invalid")]
    [InlineData("?cursor=garbled", "cursor.invalid")]
    public async Task What_cannot_be_asked_is_refused(string query, string code) => (await stand.Send("GET", "/api/conversations" + query)).ExpectProblem(400, code);

    async Task<string> Practice(params string[] names)
    {
        var key = await stand.Fresh();
        foreach (var name in names) await stand.Store.Commit(new ChangeSet(key).Put(Kinds.Contact, "con_" + name, new() { FirstName = name, CreatedAt = Morning }));
        return key;
    }

    /// <summary>Written down in this order, whatever time it says.</summary>
    Task<Committed> Writes(string key, string? contact, int minute, string text, Direction direction = Direction.Out) =>
        stand.Store.Commit(new ChangeSet(key).Put(Kinds.Message, string.Create(CultureInfo.InvariantCulture, $"msg_{_written++:D5}"), new()
        {
            ContactId = contact is null ? null : "con_" + contact, Channel = "sms", Direction = direction, Status = direction is Direction.In ? MessageStatus.Received : MessageStatus.Sent, Text = text, At = Morning.AddMinutes(minute),
        }));

    Task<Committed> Mark(string key, string contact, bool unread, bool archived) =>
        stand.Store.Commit(new ChangeSet(key).Put(Kinds.Conversation, "con_" + contact, new ConversationState(unread, archived, Morning)));

    async Task<Reply> Get(string key, string query = "") => (await stand.Send("GET", "/api/conversations" + query, key: key)).Expect(200);

    async Task<List<string>> Lines(string key, string query = "") => Told(await Get(key, query));

    static List<string> Told(Reply reply) =>
        [.. reply.Json["items"]!.AsArray().Select(line => $"{line!["contactId"]}: {(line["last"]!["direction"]!.ToString() == "in" ? "↩ " : "")}{line["last"]!["text"]}")];

    async Task<List<string>> Audited(string key) =>
        [.. (await stand.Send("GET", "/api/audit?action=data.revealed", key: key)).Expect(200).Json["items"]!.AsArray().Select(line => line!["subject"]!.ToString())];
}
