using System.Text.Json.Nodes;

namespace AesthetixWorkflows.ModelDrafting;

/// <summary>What a draft keeps to itself: secrets and headers of its calls are not shown to a model, and come back as they were.</summary>
static class KeptSecrets
{
    public const string Mark = "[kept]";

    public static bool IsSecret(string name) => name.ToLowerInvariant() is "signingsecret" or "auth" or "headers" or "secret" or "password" or "token" or "apikey" or "authorization";

    /// <summary>The draft with a mark in place of each secret.</summary>
    public static JsonObject Hidden(JsonObject draft)
    {
        var copy = draft.DeepClone().AsObject();
        foreach (var config in Configs(copy).Select(pair => pair.Config))
            foreach (var name in config.Select(pair => pair.Key).Where(IsSecret).ToList()) config[name] = Mark;
        return copy;
    }

    /// <summary>Puts the secrets back where their marks are. Any other secret is an invention: its place is answered.</summary>
    public static IEnumerable<string> Restore(JsonObject answer, JsonObject? draft)
    {
        var known = draft is null ? [] : Configs(draft).ToDictionary(pair => pair.Id, pair => pair.Config);
        foreach (var (id, config) in Configs(answer).ToList())
            foreach (var name in config.Select(pair => pair.Key).Where(IsSecret).ToList())
                if (config[name] is JsonValue mark && mark.ToString() == Mark && known.GetValueOrDefault(id)?[name] is { } secret) config[name] = secret.DeepClone();
                else yield return $"/steps/{id}/config/{name}";
    }

    static IEnumerable<(string Id, JsonObject Config)> Configs(JsonObject draft) =>
        from pair in draft["steps"] as JsonObject ?? []
        let config = (pair.Value as JsonObject)?["config"] as JsonObject
        where config is not null
        select (pair.Key, config);
}
