using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;

namespace AesthetixWorkflows.Runtime.Links;

/// <summary>The addresses that a step's texts name: <c>{{link.price-list}}</c>, <c>{{unsubscribe.url}}</c>,
/// <c>{{appointment.rescheduleUrl}}</c>.</summary>
/// <param name="pages">Null: this host serves no pages; links are then what they lead to, and nothing promises another.</param>
public sealed class LinkFacts(IRecords records, PageAddresses? pages = null)
{
    readonly PageAddresses? _pages = pages is { Served: true } ? pages : null;

    /// <param name="channel">On which the step messages its contact; null: it does not, and nobody's clicks are followed.</param>
    public async Task<Setting> Add(Setting setting, FactNeeds needs, string practice, string? channel, CancellationToken ct)
    {
        var more = new Dictionary<string, IFacts>();
        if (needs.Links.Count > 0) more["link"] = await Links(needs.Links, practice, tracked: _pages is not null && channel is not null, ct);
        // Who gets texts answers STOP.
        if (_pages is not null && channel == "email") more["unsubscribe"] = Url("url", LinkMarks.Unsubscribe);
        if (_pages is not null && needs.Appointment && setting.Find("appointment.id") is Fact.Text { Value: var visit }
            // What another system booked is moved there.
            && setting.Find("appointment.externalId") is Fact.Nothing && _pages.Visit(practice, visit) is { } page)
            more["appointment"] = new FewFacts(("rescheduleUrl", page), ("cancelUrl", page + "?cancel"));
        return more.Count == 0 ? setting : setting with { Facts = new Named(more, setting.Facts) };
    }

    async Task<IFacts> Links(IReadOnlyList<string> keys, string practice, bool tracked, CancellationToken ct)
    {
        var links = new List<(string, string?)>();
        foreach (var key in keys)
            if ((await records.FindBy(Kinds.Link, practice, "key", key, ct) ?? await records.Find(Kinds.Link, practice, key, ct) ?? await ByName(practice, key, ct)) is { } link)
                links.Add((key, tracked ? LinkMarks.Of(link.Id) : link.Body.Url));
        return new FewFacts([.. links]);
    }

    /// <summary>A link that was given no key goes by its name; of two with one name, the older.</summary>
    async Task<Stored<TrackedLink>?> ByName(string practice, string key, CancellationToken ct) =>
        (await records.List(Kinds.Link, practice, new Listing(200, Descending: false), ct)).Items.FirstOrDefault(link => link.Body.Key is null && LinkKey.Of(link.Body.Name) == key);

    static FewFacts Url(string name, string url) => new((name, url));

    /// <summary>Some fields more under roots that may be there already.</summary>
    sealed class Named(IReadOnlyDictionary<string, IFacts> more, IFacts rest) : IFacts
    {
        public Fact Find(string field) =>
            field.Split('.', 2) is [var root, var name] && more.TryGetValue(root, out var facts) && facts.Find(name) is not Fact.Nothing and var fact ? fact : rest.Find(field);
    }
}
