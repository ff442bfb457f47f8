using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Calendars;

namespace AesthetixWorkflows.Api.Bodies;

/// <summary>A time for which a caller may also give a day: it begins at its midnight where the practice is.</summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class OrDayAttribute : Attribute
{
    public const string Description = "A time, or a day such as 2026-03-01, which begins at its midnight where the practice is.";
}

/// <summary>Reads such days. The serializer's own reading would begin them at midnight in UTC, which in the Americas is the day before.</summary>
static class OrDay
{
    /// <summary>The names of a body's fields that may be days.</summary>
    public static string[] In<TFields>() => [.. typeof(TFields).GetProperties().Where(property => property.IsDefined(typeof(OrDayAttribute))).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))];

    public static JsonNode? Read(JsonElement given, string zone) =>
        given.ValueKind is JsonValueKind.String && DateOnly.TryParseExact(given.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? JsonValue.Create(Zones.At(day, TimeOnly.MinValue, zone)) : JsonNode.Parse(given.GetRawText());
}
