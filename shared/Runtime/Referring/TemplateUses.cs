using AesthetixWorkflows.Catalogue.Referring;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Core.Wording;

namespace AesthetixWorkflows.Runtime.Referring;

/// <summary>What the texts of a message template name.</summary>
static class TemplateUses
{
    public static IEnumerable<(string Kind, string Id)> Of(MessageTemplate template) =>
        new[] { template.Subject, template.Body, template.Html, template.Preheader }.OfType<string>()
            .Where(text => text.Contains("{{", StringComparison.Ordinal))
            .SelectMany(text => Template.Parse(text).Fields)
            .Select(UseKinds.OfFact).OfType<(string, string)>().Distinct();
}
