using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>The record an enrollment is about: by its scope, or by the event that let it in.</summary>
static class Scoped
{
    public static string? Id(ActionCall call, string kind)
    {
        var prefix = kind + ":";
        if (call.Enrollment.ScopeKey.StartsWith(prefix, StringComparison.Ordinal)) return call.Enrollment.ScopeKey[prefix.Length..];
        return call.Setting.Facts.Find(kind + ".id") is Fact.Text { Value.Length: > 0 } id ? id.Value : null;
    }
}
