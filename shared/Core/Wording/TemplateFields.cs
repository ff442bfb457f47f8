using System.Collections.Immutable;

namespace AesthetixWorkflows.Core.Wording;

/// <summary>The fields that parts name, however deep.</summary>
static class TemplateFields
{
    public static IEnumerable<string> Of(ImmutableArray<TemplatePart> parts, string? list = null) => parts.SelectMany(part => part switch
    {
        TemplatePart.Literal => [],
        TemplatePart.Field field => One(field.Name, list),
        TemplatePart.If branch => [.. One(branch.Name, list), .. Of(branch.Then, list), .. Of(branch.Otherwise, list)],
        TemplatePart.Each loop => [.. One(loop.Name, list), .. Of(loop.Body, LoopNames.Outside(loop.Name, list)), .. Of(loop.Otherwise, list)],
        _ => throw new InvalidOperationException($"A part of unknown kind: {part.GetType().Name}."),
    });

    static IEnumerable<string> One(string name, string? list) => LoopNames.Outside(name, list) is { } known ? [known] : [];
}
