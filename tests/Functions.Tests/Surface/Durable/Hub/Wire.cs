using System.Text.Json;

namespace AesthetixWorkflows.Functions.Tests.Surface.Durable.Hub;

/// <summary>How the package writes inputs, results and custom status by default.</summary>
static class Wire
{
    static readonly JsonSerializerOptions Options = new() { IncludeFields = true };

    public static string Write(object? value) => JsonSerializer.Serialize(value, value?.GetType() ?? typeof(object), Options);

    public static T? Read<T>(string? json) => json is null ? default : JsonSerializer.Deserialize<T>(json, Options);

    public static object? Read(string? json, Type type) => json is null ? null : JsonSerializer.Deserialize(json, type, Options);
}
