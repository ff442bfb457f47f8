using System.Net.Http.Headers;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Identity;

namespace AesthetixWorkflows.Api.Tests.Pages;

/// <summary>A practice whose patient has a browser and no key.</summary>
sealed class Visit(Stand stand, string practice)
{
    public const string Contact = "con_ada";
    static readonly IdSource ids = new(TimeProvider.System);

    public string Practice => practice;

    public static async Task<Visit> Of(Stand stand, Func<Contact, Contact>? but = null)
    {
        var visit = new Visit(stand, await stand.Fresh());
        await visit.Keep(Kinds.Practice, visit.Practice, new Practice { Name = "Harbor <Skin> Studio", TimeZone = "America/New_York", Phone = "+12125550100" });
        var ada = new Contact { FirstName = "Ada", Email = "ada@hart.example", Phone = "+12125550199", CreatedAt = DateTimeOffset.UnixEpoch };
        await visit.Keep(Kinds.Contact, Contact, but is null ? ada : but(ada));
        return visit;
    }

    public static string New(string prefix) => ids.New(prefix);

    public async Task Keep<T>(Kind<T> kind, string id, T body) where T : class =>
        Assert.True((await stand.Store.Commit(new ChangeSet(practice).Put(kind, id, body))).Ok);

    public async Task<T> Find<T>(Kind<T> kind, string id) where T : class => (await stand.Store.Find(kind, practice, id))!.Body;

    public IEnumerable<Core.Events.PracticeEvent> Events(string type) => stand.Store.Events.Where(e => e.Practice == practice && e.Type == type);

    public static string Path(string? address) => new Uri(address!).PathAndQuery;

    public Task<Seen> Get(string path, string method = "GET", params (string, string)[] headers) => Send(new(new(method), path), headers);

    public Task<Seen> Post(string path, string form, string media = "application/x-www-form-urlencoded")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(form) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(media);
        return Send(request);
    }

    async Task<Seen> Send(HttpRequestMessage request, params (string, string)[] headers)
    {
        using var asked = request;
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await stand.Http.SendAsync(request);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType, response.Headers);
    }
}

/// <summary>What the browser got.</summary>
sealed record Seen(int Status, string Body, string? Media, HttpResponseHeaders Headers)
{
    public Seen Expect(int status, params string[] words)
    {
        Assert.True(Status == status, $"{Status} instead of {status}: {Body}");
        foreach (var word in words) Assert.Contains(word, Body, StringComparison.Ordinal);
        return this;
    }
}
