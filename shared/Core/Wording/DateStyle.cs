using System.Text.Json.Serialization;

namespace AesthetixWorkflows.Core.Wording;

/// <summary>How dates and times are written where a text does not say.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DateStyle>))]
public enum DateStyle
{
    /// <summary>Tue 24 Nov 2026, 15:00.</summary>
    [JsonStringEnumMemberName("international")] International,

    /// <summary>Tue, Nov 24, 2026 at 3:00 PM.</summary>
    [JsonStringEnumMemberName("american")] American,
}
