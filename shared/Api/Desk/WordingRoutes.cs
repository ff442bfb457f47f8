using AesthetixWorkflows.Api.Access;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Api.Settings;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Core.Wording;
using AesthetixWorkflows.Runtime.Links;

namespace AesthetixWorkflows.Api.Desk;

/// <summary>What a caller may set on a message template.</summary>
public sealed record TemplateFields(
    string? Name = null, string? Channel = null, string? Subject = null, string? Body = null, string? Html = null, string? Preheader = null);

/// <summary>What a caller may set on a tracked link.</summary>
/// <param name="Key">What texts call it: <c>{{link.price-list}}</c>; left out: its name, in small letters with dashes.</param>
public sealed record LinkFields(string? Name = null, string? Url = null, string? Key = null);

/// <summary>Texts and links that steps name.</summary>
static class WordingRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        RecordRoutes.Map<MessageTemplate, TemplateFields>(api, new()
        {
            Path = "/templates",
            Tag = "Templates",
            Kind = Kinds.Template,
            NamedAs = (id, template) => new("template", id, template.Name),
            Read = Scopes.WorkflowsRead,
            Write = Scopes.WorkflowsWrite,
            Required = ["name", "channel", "body"],
            Given = _ => new() { ["subject"] = null },
            Refuse = (_, _, template, _) => Task.FromResult(Wrong(template)),
        });
        RecordRoutes.Map<TrackedLink, LinkFields>(api, new()
        {
            Path = "/links",
            Tag = "Links",
            Kind = Kinds.Link,
            NamedAs = (id, link) => new("link", id, link.Name),
            Read = Scopes.WorkflowsRead,
            Write = Scopes.WorkflowsWrite,
            Required = ["name", "url"],
            Refuse = (_, _, link, _) => Task.FromResult(!WebPage.Is(link.Url) ? Refusal.Invalid("url", WebPage.Expected)
                : link.Key is { } key && !LinkKey.Is(key) ? Refusal.Invalid("key", LinkKey.Expected) : null),
            Taken = Codes.KeyTaken,
        });
    }

    static Refusal? Wrong(MessageTemplate template)
    {
        if (template.Channel is not ("email" or "sms")) return Refusal.Invalid("channel", "One of email, sms.");
        foreach (var (name, text) in new[] { ("subject", template.Subject), ("body", template.Body), ("html", template.Html), ("preheader", template.Preheader) })
            if (text is not null && Template.Parse(text).Problems is [var problem, ..]) return Refusal.Invalid(name, problem.Message);
        return null;
    }
}
