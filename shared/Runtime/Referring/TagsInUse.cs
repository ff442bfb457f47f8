using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Referring;

/// <summary>The tags that contacts have, for whoever chooses one.</summary>
/// <remarks>No store keeps a list of them: each tag of each contact would be a row more at every write. The newest contacts are
/// looked at; where there are more than that, also the tags that were given last.</remarks>
public sealed class TagsInUse(IStore store)
{
    const int PageSize = 200, MostContacts = 2000, LatestGiven = 50;

    public async Task<KnownTags> Of(string practice, CancellationToken ct = default)
    {
        var tags = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var (cursor, looked) = ((string?)null, 0);
        do
        {
            var page = await store.List(Kinds.Contact, practice, new Listing(PageSize, cursor), ct);
            foreach (var contact in page.Items) tags.UnionWith(contact.Body.Tags);
            (cursor, looked) = (page.Next, looked + page.Items.Count);
        } while (cursor is not null && looked < MostContacts);
        if (cursor is null) return new(tags, false);

        foreach (var given in (await store.ListEvents(practice, "contact.tag.added", null, null, LatestGiven, null, ct)).Items)
            if (FactLoader.TextIn(given.Event.Data, "tag", "name") is { } tag) tags.Add(tag);
        return new(tags, true);
    }
}

/// <param name="Cut">There are more contacts than were looked at: older ones may have tags that are not among these.</param>
public sealed record KnownTags(IReadOnlySet<string> Tags, bool Cut);
