using System.Text.Encodings.Web;

namespace AesthetixWorkflows.Core.Wording;

/// <summary>What a value is put into, so that it cannot break out of it.</summary>
public enum Escape
{
    None,
    Html,

    /// <summary>Inside a JSON string.</summary>
    Json,

    /// <summary>Inside one part of a URL.</summary>
    Url,
}

static class Escaping
{
    public static string Apply(string value, Escape escape) => escape switch
    {
        Escape.None => value,
        Escape.Html => Html.Escape(value),
        Escape.Json => JavaScriptEncoder.Default.Encode(value),
        Escape.Url => Uri.EscapeDataString(value),
        _ => throw new InvalidOperationException($"An escape of unknown kind: {escape}."),
    };
}
