namespace AesthetixWorkflows.Runtime.CloudEvents;

/// <summary>The stored codes of events that were not taken.</summary>
public static class CloudEventCodes
{
    /// <summary>A required attribute (id, source, type, specversion) is absent or empty.</summary>
    public const string Missing = "event.missing";
    /// <summary>An attribute is not of its type, or too long.</summary>
    public const string Attribute = "event.attribute";
    /// <summary>Another version than 1.0.</summary>
    public const string Version = "event.specversion";
    /// <summary>The time is not RFC 3339 with an offset.</summary>
    public const string Time = "event.time";
    /// <summary>The data is not a JSON object.</summary>
    public const string Data = "event.data";
    /// <summary>The data is binary.</summary>
    public const string Binary = "event.data.binary";
    /// <summary>A batch item is not an object.</summary>
    public const string Item = "event.item";
    /// <summary>More events than one batch may hold.</summary>
    public const string TooMany = "event.batch";
}
