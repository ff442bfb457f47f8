using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace AesthetixWorkflows.Local.Tests.Killing;

/// <summary>Many people who fill in the form of a host that keeps dying, and try again until it said yes.</summary>
sealed class Crowd(HostProcess host)
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>How many sends got no answer and were repeated.</summary>
    public int Repeats => _repeats;
    int _repeats;
    int _accepted;

    public int Accepted => _accepted;

    public Task Come(int first, int count) => Parallel.ForAsync(first, first + count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (n, _) =>
    {
        await Insist(() => host.Http.PostAsync("/api/events", JsonContent.Create(new
        {
            specversion = "1.0", id = $"form-{n}", source = "/kill", type = "form.submitted",
            data = new { form = new { id = "consultation" }, contact = new { firstName = $"P{n}", email = $"p{n}@example.test", phone = $"+1212{2000000 + n}" } },
        }, new System.Net.Http.Headers.MediaTypeHeaderValue("application/cloudevents+json"))), HttpStatusCode.Accepted);
        Interlocked.Increment(ref _accepted);
    });

    public Task Advance(string by) => Insist(() => host.Http.PostAsJsonAsync("/api/sandbox/clock", new { advance = by }), HttpStatusCode.OK);

    public async Task<string> WorkflowId(string name)
    {
        var list = await Get("/api/workflows?limit=100");
        return list.GetProperty("items").EnumerateArray().Single(w => w.GetProperty("name").GetString() == name).GetProperty("id").GetString()!;
    }

    /// <summary>Every item of a list, page by page.</summary>
    public async Task<List<JsonElement>> All(string path)
    {
        var items = new List<JsonElement>();
        for (string? cursor = null; ;)
        {
            var page = await Get($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=200{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            items.AddRange(page.GetProperty("items").EnumerateArray());
            if (!page.TryGetProperty("next", out var next) || next.ValueKind is not JsonValueKind.String) return items;
            cursor = next.GetString();
        }
    }

    async Task<JsonElement> Get(string path) => await host.Http.GetFromJsonAsync<JsonElement>(path);

    /// <summary>Asks until it is answered as it should be; an answer that never came proves nothing.</summary>
    async Task Insist(Func<Task<HttpResponseMessage>> ask, HttpStatusCode wanted)
    {
        for (var until = DateTime.UtcNow + Patience; ;)
        {
            try
            {
                using var answer = await ask();
                if (answer.StatusCode == wanted) return;
                Assert.True((int)answer.StatusCode >= 500 || answer.StatusCode is HttpStatusCode.TooManyRequests, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
            {
                Assert.True(DateTime.UtcNow < until, e.Message);
            }
            Interlocked.Increment(ref _repeats);
            await Task.Delay(25);
        }
    }
}
