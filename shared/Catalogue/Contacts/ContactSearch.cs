using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Contacts;

/// <summary>Finds a contact by fields, all of which must be as asked. By email or phone it is one look; by anything else the
/// newest contacts are gone through, and no more than <see cref="MostLookedAt"/>.</summary>
static class ContactSearch
{
    public const int MostLookedAt = 10_000;
    const int PageSize = 200;

    public static async Task<Stored<Contact>?> Find(ActionCall call, JsonObject fields, bool earliest, CancellationToken ct)
    {
        var wanted = ContactFields.Apply(new Contact(), fields);
        if (wanted.Problem is not null || wanted.Changed.IsEmpty) return null;
        bool Fits(Stored<Contact> known) => wanted.Changed.All(name =>
            string.Equals(ContactFields.Text(known.Body, name), ContactFields.Text(wanted.After, name), StringComparison.OrdinalIgnoreCase));

        foreach (var (index, value) in new[] { ("email", wanted.After.Email), ("phone", wanted.After.Phone) })
            if (value is not null)
                return await call.Records.FindBy(Kinds.Contact, call.PracticeId, index, value, ct) is { } known && Fits(known) ? known : null;

        string? cursor = null;
        for (var seen = 0; seen < MostLookedAt; seen += PageSize)
        {
            var page = await call.Records.List(Kinds.Contact, call.PracticeId, new Listing(PageSize, cursor, Descending: !earliest), ct);
            if (page.Items.FirstOrDefault(Fits) is { } found) return found;
            if ((cursor = page.Next) is null) break;
        }
        return null;
    }
}
