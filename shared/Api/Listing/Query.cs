using System.Text.Json;
using AesthetixWorkflows.Api.Bodies;
using AesthetixWorkflows.Api.Problems;

namespace AesthetixWorkflows.Api.Listing;

/// <summary>Reads filters of a query; a wrong one is refused by name.</summary>
static class Query
{
    /// <summary>One of an enum's stored names.</summary>
    public static T? Choice<T>(string name, string? text) where T : struct, Enum
    {
        if (text is null) return null;
        foreach (var value in Enum.GetValues<T>())
            if (JsonSerializer.SerializeToElement(value, ApiJson.Options).GetString() == text) return value;
        throw new RefusedException(Refusal.Query(name, $"one of {string.Join(", ", Enum.GetValues<T>().Select(v => JsonSerializer.SerializeToElement(v, ApiJson.Options).GetString()))}."));
    }

    /// <summary>One or several of an enum's stored names, with commas between them.</summary>
    public static IReadOnlyList<T>? Choices<T>(string name, string? text) where T : struct, Enum =>
        text is null ? null : [.. text.Split(',').Select(one => Choice<T>(name, one)!.Value).Distinct()];

    public static bool Flag(string name, string? text) => text switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw new RefusedException(Refusal.Query(name, "true or false.")),
    };

    public static DateTimeOffset? Moment(string name, string? text) =>
        text is null ? null
        : JsonMoment(text) ?? throw new RefusedException(Refusal.Query(name, "a time such as 2026-03-01T09:00:00Z."));

    // The serializer's own reading of times: RFC 3339 and nothing looser.
    static DateTimeOffset? JsonMoment(string text)
    {
        // A "+" that was not escaped in the address arrives as a space.
        var element = JsonSerializer.SerializeToElement(text.Replace(' ', '+'));
        return element.TryGetDateTimeOffset(out var at) ? at : null;
    }
}
