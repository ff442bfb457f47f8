using System.Globalization;
using System.Text.Json;

namespace AesthetixWorkflows.Core.Tests.Calendars;

/// <summary>Instants and JSON written out in tests as text.</summary>
static class Instants
{
    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    public static string Write(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
