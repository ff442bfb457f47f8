using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Local.Builder;
using AesthetixWorkflows.Local.SignIn;

namespace AesthetixWorkflows.Local.Serving;

/// <summary>What a person who has just started the host wants to read: first of all, what to open.</summary>
static class Greetings
{
    public static string Say(WebApplication app, string key, string folder, bool demo, string messages)
    {
        var address = Reachable(app.Urls.First());
        var file = Path.Combine(folder, OwnerKey.FileName);
        var first = app.Services.GetRequiredService<Bundle>().App is null
            ? $"builder             {NoBuilder.Told}"
            : $"OPEN THIS           {app.Services.GetRequiredService<SignInLinks>().Make(KeyRing.HashOf(key)).At(address)}\n                      (it signs you in: once, within ten minutes; `--sign-in` gives another)";
        return $"""
            Aesthetix Workflows is serving {address}

              {first}

              consultation form   {(demo ? $"{address}/demo/consultation" : "(no demonstration practice)")}
              API                 {address}/openapi.json
              owner's key         {file}
              messages            {messages}

              curl -H "Authorization: Bearer $(cat {file})" {address}/api/workflows
            """ + (File.Exists(file) ? "" : $"\n  The owner's key is the one in AESTHETIX_OWNER_KEY (it ends in …{key[^4..]}).");
    }

    /// <summary>An address that listens everywhere is opened as this machine.</summary>
    public static string Reachable(string url) => url.TrimEnd('/')
        .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal).Replace("://[::]", "://localhost", StringComparison.Ordinal)
        .Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal);
}
