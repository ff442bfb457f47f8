using System.Text;
using System.Text.Json;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>How an HTTP request shows who it is from.</summary>
static class HttpSignIn
{
    /// <summary>Adds to headers or query what the other side asks for.</summary>
    /// <returns>Why it could not.</returns>
    public static async Task<Outcome?> Run(ActionCall call, Config auth, Dictionary<string, string> headers, List<KeyValuePair<string, string>> query, CancellationToken ct)
    {
        switch (auth.Text("kind"))
        {
            case "basic":
                headers["Authorization"] = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{auth.Text("username")}:{auth.Text("password")}"));
                break;
            case "bearer":
                headers["Authorization"] = "Bearer " + auth.Need("token");
                break;
            case "apiKey" when auth.Text("in") == "query":
                query.Add(new(auth.Text("header") ?? "api_key", auth.Need("value")));
                break;
            case "apiKey":
                headers[auth.Text("header") ?? "X-Api-Key"] = auth.Need("value");
                break;
            case "oauth2":
                var (token, refused) = await Token(call, auth, ct);
                if (token is null) return refused;
                headers["Authorization"] = "Bearer " + token;
                break;
        }
        return null;
    }

    /// <summary>A token for this one call (RFC 6749, section 4.4).</summary>
    static async Task<(string? Token, Outcome? Refused)> Token(ActionCall call, Config auth, CancellationToken ct)
    {
        var form = new List<KeyValuePair<string, string>>
        {
            new("grant_type", "client_credentials"), new("client_id", auth.Need("clientId")), new("client_secret", auth.Need("clientSecret")),
        };
        if (auth.Text("scope") is { } scope) form.Add(new("scope", scope));
        var body = string.Join('&', form.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        var answer = await call.Outside.Call(call, new HttpCall("POST", auth.Need("tokenUrl"), new Dictionary<string, string> { ["Accept"] = "application/json" },
            body, "application/x-www-form-urlencoded", SigningSecret: null, Timeout: null, Secret: true), ct);
        if (answer.Outcome is not Outcome.Done)
            // Nothing of what the step is for has been done, so it may be tried again even when nobody knows how this ended.
            return (null, answer.Outcome is Outcome.Unknown unknown ? new Outcome.Failed(unknown.Code, Retryable: true) : answer.Outcome);
        return answer.Body is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty("access_token", out var token) && token.ValueKind is JsonValueKind.String
            ? (token.GetString(), null) : (null, new Outcome.Failed("http.auth.noToken", Retryable: false));
    }
}
