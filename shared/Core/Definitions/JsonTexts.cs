using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace AesthetixWorkflows.Core.Definitions;

/// <summary>JSON as such, without reflection.</summary>
[JsonSerializable(typeof(JsonElement)), JsonSerializable(typeof(JsonObject))]
internal sealed partial class JsonTexts : JsonSerializerContext;
