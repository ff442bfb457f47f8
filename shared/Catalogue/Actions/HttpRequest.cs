using System.Text.Json.Nodes;
using System.Text.Json;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Calls another system the way it wants to be called; the answer can be used by later steps.</summary>
sealed class HttpRequest : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("http.request", "HTTP request", "Send data", "Calls another system with your own headers and body. Later steps can use the answer.",
        Config:
        [
            new("method", FieldKind.Choice, "Method", Required: true, Options:
                [new("GET", "GET"), new("POST", "POST"), new("PUT", "PUT"), new("PATCH", "PATCH"), new("DELETE", "DELETE")]),
            new("url", FieldKind.Url, "Address", Required: true, MaxLength: 2000, Merge: true),
            new("auth.kind", FieldKind.Choice, "Signs in with", Options:
                [new("none", "Nothing"), new("basic", "Name and password"), new("bearer", "Bearer token"), new("apiKey", "API key"), new("oauth2", "OAuth 2 (client credentials)")]),
            new("auth.username", FieldKind.Text, "Name", MaxLength: 200),
            new("auth.password", FieldKind.Text, "Password", MaxLength: 500),
            new("auth.token", FieldKind.Text, "Token", MaxLength: 4000),
            new("auth.header", FieldKind.Text, "Name of the key", MaxLength: 100),
            new("auth.value", FieldKind.Text, "Key", MaxLength: 4000),
            new("auth.in", FieldKind.Choice, "The key goes", Options: [new("header", "In a header"), new("query", "In the address")]),
            new("auth.tokenUrl", FieldKind.Url, "Where tokens are given", MaxLength: 2000),
            new("auth.clientId", FieldKind.Text, "Client id", MaxLength: 500),
            new("auth.clientSecret", FieldKind.Text, "Client secret", MaxLength: 1000),
            new("auth.scope", FieldKind.Text, "Scope", MaxLength: 1000),
            new("headers", FieldKind.Map, "Headers", Merge: true),
            new("query", FieldKind.Map, "Query", Merge: true),
            new("contentType", FieldKind.Choice, "Body is", Options:
                [new("application/json", "JSON"), new("application/x-www-form-urlencoded", "Form"), new("text/plain", "Text")]),
            new("body", FieldKind.LongText, "Body", MaxLength: 100_000, Merge: true),
            Purposes.AllowPrivate,
            new("saveResponse", FieldKind.Flag, "Keep the answer for later steps"),
        ],
        Outputs: [new("status", "Answer's status", "number"), new("response", "Answer"), new("response.*", "Part of the answer")], Outside: true, NeedsContact: false);

    public override async Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        var config = call.Config;
        var headers = Texts(config.Object("headers")).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        var query = Texts(config.Object("query")).ToList();
        if (await HttpSignIn.Run(call, new Config(config.Object("auth") ?? []), headers, query, ct) is { } refused) return refused;
        var body = config.Text("body");
        var answer = await call.Outside.Call(call, new HttpCall(
            config.Need("method"), WebAddress.WithQuery(config.Need("url"), query), headers,
            body, body is null ? null : config.Text("contentType") ?? "application/json", SigningSecret: null, Timeout: null), ct);
        var output = new JsonObject { ["status"] = answer.Status };
        if (config.Flag("saveResponse")) output["response"] = answer.Body is { } json ? JsonSerializer.SerializeToNode(json) : answer.Text;
        call.Output(JsonSerializer.SerializeToElement(output));
        return answer.Outcome;
    }

    static IEnumerable<KeyValuePair<string, string>> Texts(JsonObject? values) =>
        values is null ? [] : values.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.ToString() ?? ""));
}
