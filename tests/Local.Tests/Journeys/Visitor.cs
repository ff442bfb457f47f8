using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AesthetixWorkflows.Local.Tests.Storage;

namespace AesthetixWorkflows.Local.Tests.Journeys;

/// <summary>Knows the demonstration practice over HTTP and in no other way.</summary>
sealed class Visitor : IAsyncDisposable
{
    const string Key = "ak_the_owner_of_this_walk";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly DataFolder _folder = new();
    LocalHost? _host;

    public HttpClient Http { get; private set; } = new();
    public string Folder => _folder.Path;

    public LocalOptions Options => new(_folder.Path, "http://127.0.0.1:0", Key, Demo: true);

    public async Task Open()
    {
        _host = await LocalHost.Start(Options);
        Http = new HttpClient { BaseAddress = new Uri(_host.Address) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
    }

    public async Task Close()
    {
        Http.Dispose();
        await _host!.DisposeAsync();
    }

    public async Task<JsonElement> Post(string path, object body, HttpStatusCode wanted = HttpStatusCode.Accepted)
    {
        using var answer = await Http.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == wanted, $"{path}: {answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonElement.Parse(text);
    }

    /// <summary>The consultation form, as the browser of a patient sends it.</summary>
    public async Task Form(string email, string? delivery = null, string phone = "(212) 555-0188")
    {
        using var form = new HttpRequestMessage(HttpMethod.Post, "/hooks/demo-consultation")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["firstName"] = "Grace", ["lastName"] = "Hopper", ["email"] = email, ["phone"] = phone }),
        };
        if (delivery is not null) form.Headers.Add("webhook-id", delivery);
        using var answer = await Http.SendAsync(form);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    /// <summary>An event in the CloudEvents form.</summary>
    public async Task Event(string id, string type, object data)
    {
        using var body = JsonContent.Create(new Dictionary<string, object> { ["specversion"] = "1.0", ["id"] = id, ["source"] = "/booking", ["type"] = type, ["data"] = data },
            new MediaTypeHeaderValue("application/cloudevents+json"));
        using var answer = await Http.PostAsync("/api/events", body);
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
    }

    public Task<JsonElement> PassTime(string by) => Post("/api/sandbox/clock", new { advance = by }, HttpStatusCode.OK);

    public async Task<DateTimeOffset> Now() => (await Get("/api/sandbox/clock")).GetProperty("now").GetDateTimeOffset();

    public async Task<JsonElement> Get(string path) => await Http.GetFromJsonAsync<JsonElement>(path);

    public async Task<List<JsonElement>> List(string path) => [.. (await Get(path)).GetProperty("items").EnumerateArray()];

    /// <summary>What is found once it fits; fails with what was found last when it never does.</summary>
    public static async Task<T> Until<T>(Func<Task<T>> look, Func<T, bool> fits)
    {
        for (var until = DateTime.UtcNow + Patience; ;)
        {
            var found = await look();
            if (fits(found)) return found;
            Assert.True(DateTime.UtcNow < until, $"It never came to that; at last it was {JsonSerializer.Serialize(found)}");
            await Task.Delay(20);
        }
    }

    public Task<List<JsonElement>> Runs(string contact, Func<List<JsonElement>, bool> fits) => Until(() => List($"/api/enrollments?contactId={contact}"), fits);

    /// <summary>Messages to a contact, oldest first, once there are so many.</summary>
    public async Task<List<JsonElement>> Messages(string contact, int count)
    {
        var found = await Until(() => List($"/api/messages?contactId={contact}&direction=out&reveal=true"), list => list.Count >= count && list.All(m => m.Text("status") == "sent"));
        found.Reverse();
        Assert.Equal(count, found.Count);
        return found;
    }

    public async Task<string> Contact(string email) =>
        (await Until(() => List($"/api/contacts?email={Uri.EscapeDataString(email)}"), list => list.Count == 1))[0].Text("id")!;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_host is not null) await _host.DisposeAsync();
        _folder.Dispose();
    }
}

static class Json
{
    public static string? Text(this JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
