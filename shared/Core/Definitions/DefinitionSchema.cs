using System.Text.Json;

namespace AesthetixWorkflows.Core.Definitions;

/// <summary>The JSON Schema (2020-12) of a definition, for editors, generators and other people's tools.</summary>
/// <remarks><see cref="DefinitionReader"/> stays the judge: it says more, and in words a front desk understands.</remarks>
public static class DefinitionSchema
{
    public const string FileName = "definition.schema.json";

    public static readonly JsonElement Json = Load();

    static JsonElement Load()
    {
        using var document = JsonDocument.Parse(
            typeof(DefinitionSchema).Assembly.GetManifestResourceStream(FileName) ?? throw new InvalidOperationException($"{FileName} is not embedded."));
        return document.RootElement.Clone();
    }
}
