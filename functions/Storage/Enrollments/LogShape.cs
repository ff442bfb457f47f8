using System.Text.Json.Serialization;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>The lines that one commit adds to a history are one row.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(List<LogEntry>))]
sealed partial class LogShape : JsonSerializerContext;
