using AesthetixWorkflows.Api.Listing;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;
using Wanted = AesthetixWorkflows.Catalogue.Acting.Listing;

namespace AesthetixWorkflows.Api.Contacts;

/// <summary>Lists conversations, those with the latest news first. No record is kept for it: the messages themselves, newest
/// first, name each conversation by its newest message, so that sending costs nothing more and nothing can fall behind.</summary>
/// <remarks>Pages are cut by when a message was written down. One that was reported late stands there with the message that is
/// really the latest.</remarks>
sealed class ConversationReading(IStore store)
{
    const int ScanPage = 100, MostScanned = 4000, MostDirect = 500, MostCounted = 1000, Looked = 10;

    public async Task<Listed<ConversationLine>> List(string practice, ConversationStatus? status, string? search, Paging paging, CancellationToken ct)
    {
        if (search is not null) return await Named(practice, status, search, paging, ct);
        // Few are unread or put away, and they may be old: they are looked up one by one.
        if (status is ConversationStatus.Unread or ConversationStatus.Archived
            && await Marked(practice, status is ConversationStatus.Unread ? "unread" : "archived", MostDirect + 1, ct) is { Count: <= MostDirect } marked)
            return await Chosen(practice, marked, status, paging, ct);
        return await Newest(practice, status, paging, ct);
    }

    /// <summary>How many are unread, as far as it is worth counting.</summary>
    public async Task<int> Unread(string practice, CancellationToken ct) => (await Marked(practice, "unread", MostCounted, ct)).Count;

    async Task<List<string>> Marked(string practice, string index, int most, CancellationToken ct)
    {
        var (ids, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = await store.List(Kinds.Conversation, practice, new Wanted(Math.Min(200, most - ids.Count), cursor, index, "yes"), ct);
            ids.AddRange(page.Items.Select(item => item.Id));
            cursor = page.Next;
        }
        while (cursor is not null && ids.Count < most);
        return ids;
    }

    /// <summary>Down the messages of the whole practice: one that is its contact's newest stands for the conversation.</summary>
    async Task<Listed<ConversationLine>> Newest(string practice, ConversationStatus? status, Paging paging, CancellationToken ct)
    {
        var (limit, seen, found) = (paging.Count(), new HashSet<string>(), new List<Known>());
        // Where it ended last time: the message that was looked at last, and the page of the store that it stands on.
        var (after, at) = Cursor.Unwrap(paging.Cursor)?.Split(':', 2) is [var passed, var start] ? (passed, start.Length == 0 ? null : start) : (null, null);
        for (var scanned = 0; ;)
        {
            var page = await store.List(Kinds.Message, practice, new Wanted(ScanPage, at), ct);
            var fresh = page.Items.Where(message => after is null || string.CompareOrdinal(message.Id, after) < 0)
                .Select(message => (message.Id, Contact: message.Body.ContactId)).Where(m => m.Contact is not null && seen.Add(m.Contact)).ToList();
            // Side by side, and not many more than are wanted.
            foreach (var some in fresh.Chunk(limit))
            {
                var known = await Task.WhenAll(some.Select(m => Know(practice, m.Contact!, ct)));
                for (var n = 0; n < some.Length; n++)
                {
                    // Otherwise there is a newer one further up, on an earlier page.
                    if (known[n] is { } talk && talk.Newest == some[n].Id && talk.Is(status)) found.Add(talk);
                    if (found.Count == limit) return Sorted(found, $"{some[n].Id}:{at}");
                }
            }
            if (page.Next is null) return Sorted(found, null);
            at = page.Next;
            if ((scanned += page.Items.Count) >= MostScanned) return Sorted(found, $"{page.Items[^1].Id}:{at}");
        }
    }

    async Task<Listed<ConversationLine>> Chosen(string practice, IReadOnlyList<string> contacts, ConversationStatus? status, Paging paging, CancellationToken ct)
    {
        var (limit, after, known) = (paging.Count(), Cursor.Unwrap(paging.Cursor), new List<Known>());
        foreach (var some in contacts.Chunk(50))
            known.AddRange((await Task.WhenAll(some.Select(id => Know(practice, id, ct)))).OfType<Known>());
        var rest = known.Where(talk => talk.Is(status) && (after is null || string.CompareOrdinal(talk.Newest, after) < 0)).OrderByDescending(talk => talk.Newest, StringComparer.Ordinal).ToList();
        return Sorted([.. rest.Take(limit)], rest.Count > limit ? rest[limit - 1].Newest : null);
    }

    /// <summary>By the contact's name; pages are those of the list of contacts.</summary>
    async Task<Listed<ConversationLine>> Named(string practice, ConversationStatus? status, string search, Paging paging, CancellationToken ct)
    {
        var contacts = await store.Where(Kinds.Contact, practice, paging, contact => Says(contact.Name) || Says(contact.Email) || Says(contact.Phone), ct);
        var known = await Task.WhenAll(contacts.Items.Select(contact => Know(practice, contact.Id, ct, contact)));
        return Sorted([.. known.OfType<Known>().Where(talk => talk.Is(status))], null) with { Next = contacts.Next };

        bool Says(string? text) => text?.Contains(search, StringComparison.OrdinalIgnoreCase) == true;
    }

    /// <returns>Null: the contact is gone, or nobody has written yet.</returns>
    async Task<Known?> Know(string practice, string contactId, CancellationToken ct, Stored<Contact>? given = null)
    {
        var (messages, state, contact) = (store.List(Kinds.Message, practice, new Wanted(Looked, Index: "contact", Value: contactId), ct),
            store.Find(Kinds.Conversation, practice, contactId, ct), given is null ? store.Find(Kinds.Contact, practice, contactId, ct) : Task.FromResult<Stored<Contact>?>(given));
        await Task.WhenAll(messages, state, contact);
        if (await contact is not { } person || (await messages).Items is not [var newest, ..] all) return null;
        return new(newest.Id, ConversationLine.Of(person, (await state)?.Body, all.MaxBy(message => (message.Body.At, message.Id))!));
    }

    static Listed<ConversationLine> Sorted(List<Known> found, string? next) => new([.. found.Select(talk => talk.Line).OrderByDescending(line => line.Last.At)], Cursor.Wrap(next));

    /// <param name="Newest">The message that was written down last.</param>
    sealed record Known(string Newest, ConversationLine Line)
    {
        public bool Is(ConversationStatus? status) => status switch
        {
            ConversationStatus.Unread => Line.Unread,
            ConversationStatus.Archived => Line.Archived,
            ConversationStatus.Inbox => !Line.Archived,
            _ => true,
        };
    }
}
