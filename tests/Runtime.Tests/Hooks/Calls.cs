using System.Text;
using System.Text.Json;
using AesthetixWorkflows.Runtime.Hooks;

namespace AesthetixWorkflows.Runtime.Tests.Hooks;

/// <summary>Inbound calls as the tests write them.</summary>
static class Calls
{
    public const string Json = "application/json", Form = "application/x-www-form-urlencoded";

    public static readonly DateTimeOffset Now = new(2026, 8, 3, 12, 0, 0, TimeSpan.Zero);

    public static HookCall Post(string body, string? type = Json, string url = "https://clinic.example.com/hooks/k", params (string Name, string Value)[] headers) =>
        Raw("POST", Encoding.UTF8.GetBytes(body), type, url, headers);

    public static HookCall Get(string url, params (string Name, string Value)[] headers) => Raw("GET", [], null, url, headers);

    public static HookCall Raw(string method, byte[] body, string? type, string url = "https://clinic.example.com/hooks/k", params (string Name, string Value)[] headers)
    {
        var all = headers.Select(h => KeyValuePair.Create(h.Name, h.Value));
        return new(method, new Uri(url), type is null ? all : all.Append(new("Content-Type", type)), body);
    }

    public static JsonElement Read(HookCall call) => Assert.IsType<HookBody.Read>(HookBody.Of(call)).Value;

    public static string Unread(HookCall call) => Assert.IsType<HookBody.Unreadable>(HookBody.Of(call)).Code;

    public static JsonElement Element(string json) => JsonDocument.Parse(json).RootElement;
}
