using System.Text.Json;
using System.Text.Json.Serialization;

namespace AesthetixWorkflows.Api.Bodies;

/// <summary>JSON as this surface speaks it: camelCase, strict about unknown fields, wrong types and fields given twice.</summary>
public static class ApiJson
{
    /// <summary>Deeper bodies are refused before anything is built from them.</summary>
    public const int MaxDepth = 64;

    public static readonly JsonSerializerOptions Options = Frozen();
    /// <summary>The same with nulls written, for records that are read back.</summary>
    public static readonly JsonSerializerOptions Whole = Frozen(JsonIgnoreCondition.Never);
    public static readonly JsonDocumentOptions Document = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Applied to the host's own options too, because OpenAPI describes bodies by those.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowDuplicateProperties = false;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.MaxDepth = MaxDepth;
        options.TypeInfoResolver = Holes.Closed;
        options.Converters.Add(new StoredConverterFactory());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    static JsonSerializerOptions Frozen(JsonIgnoreCondition nulls = JsonIgnoreCondition.WhenWritingNull)
    {
        var options = new JsonSerializerOptions();
        Configure(options);
        options.DefaultIgnoreCondition = nulls;
        options.MakeReadOnly();
        return options;
    }
}
