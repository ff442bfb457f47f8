using System.Net.Http.Headers;
using System.Net.Http.Json;
using AesthetixWorkflows.Local.Serving;

namespace AesthetixWorkflows.Local.SignIn;

/// <summary>Asks the host that runs on this machine for another address to sign in with (<c>--sign-in</c>).</summary>
static class AnotherLink
{
    public static async Task<int> Print(LocalOptions options)
    {
        var file = Path.Combine(options.Data, OwnerKey.FileName);
        var key = options.OwnerKey ?? (File.Exists(file) ? (await File.ReadAllTextAsync(file)).Trim() : null);
        if (key is null) return Sorry($"{file} is not there, and AESTHETIX_OWNER_KEY is not set.");
        var address = Greetings.Reachable(options.Urls.Split(';')[0]);
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        try
        {
            using var answer = await http.PostAsync("/session/links", null);
            if (!answer.IsSuccessStatusCode) return Sorry($"{address} answered {(int)answer.StatusCode}: is it the host of {options.Data}?");
            Console.WriteLine((await answer.Content.ReadFromJsonAsync<LinkMade>())!.Address);
            return 0;
        }
        catch (HttpRequestException)
        {
            return Sorry($"Nothing answers at {address}. Start the host, or name its address with --urls.");
        }
    }

    static int Sorry(string why)
    {
        Console.Error.WriteLine(why);
        return 4;
    }
}
