using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Core.Tests.Definitions;

public sealed class DefinitionSchemaTests
{
    [Fact]
    public void The_schema_describes_every_kind_of_step_in_the_sample()
    {
        var kinds = DefinitionSchema.Json.GetProperty("$defs");
        foreach (var step in Sample.Node()["steps"]!.AsObject())
        {
            var type = step.Value!["type"]!.GetValue<string>();
            var kind = kinds.TryGetProperty(type, out var own) ? own : kinds.GetProperty("action");
            foreach (var property in step.Value.AsObject().Where(pair => pair.Key is not ("name" or "enabled")))
                Assert.True(kind.GetProperty("properties").TryGetProperty(property.Key, out _), $"{type}.{property.Key}");
        }
    }

    [Fact]
    public void The_schema_knows_every_setting()
    {
        var settings = DefinitionSchema.Json.GetProperty("$defs").GetProperty("settings").GetProperty("properties");
        foreach (var setting in Sample.Node()["settings"]!.AsObject()) Assert.True(settings.TryGetProperty(setting.Key, out _), setting.Key);
    }
}
