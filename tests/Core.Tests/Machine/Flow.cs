using System.Globalization;
using System.Text.Json;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Core.Tests.Machine;

/// <summary>Small definitions for tests, read from JSON by the real reader. The first step is the start.</summary>
static class Flow
{
    public static Definition Of(params (string Id, string Json)[] steps) => With("{}", steps);

    public static Definition With(string settings, params (string Id, string Json)[] steps) => Read($$"""
        {"schemaVersion":1,"settings":{{settings}},"start":{{Q(steps[0].Id)}},"steps":{ {{string.Join(',', steps.Select(s => $"{Q(s.Id)}:{s.Json}"))}} } }
        """);

    public static Definition Read(string json)
    {
        var (definition, findings) = DefinitionReader.Read(JsonDocument.Parse(json).RootElement);
        Assert.DoesNotContain(findings, finding => finding.Severity is Severity.Error);
        return definition!;
    }

    /// <summary>A text message: it has a purpose, so what comes after it may answer it.</summary>
    public static string Sms(string? next = null, string more = "") =>
        $$"""{"type":"sms.send","config":{"purpose":"care"},"next":{{Q(next)}}{{more}}}""";

    /// <summary>An action that says nothing to the contact.</summary>
    public static string Tag(string? next = null, string more = "") => $$"""{"type":"tag.add","next":{{Q(next)}}{{more}}}""";

    public static string If(string? none, params (string Id, string? Next)[] branches) => $$"""
        {"type":"if","none":{"next":{{Q(none)}}},"branches":[{{string.Join(',', branches.Select(b => $$"""{"id":{{Q(b.Id)}},"when":{"all":[]},"next":{{Q(b.Next)}} }"""))}}]}
        """;

    public static string Split(params (string Id, int Percent, string? Next)[] shares) => $$"""
        {"type":"split","shares":[{{string.Join(',', shares.Select(s => $$"""{"id":{{Q(s.Id)}},"percent":{{s.Percent.ToString(CultureInfo.InvariantCulture)}},"next":{{Q(s.Next)}} }"""))}}]}
        """;

    public static string GoTo(string target, int max = 10) => $$"""{"type":"goto","config":{"step":{{Q(target)}},"max":{{max.ToString(CultureInfo.InvariantCulture)}} } }""";

    public static string Goal(string whenUnmet, string? next, string? timeout = null, string? late = null) =>
        $$"""{"type":"goal","config":{"events":[{"type":"tag.added"}],"whenUnmet":{{Q(whenUnmet)}} },"next":{{Q(next)}}{{Timeout(timeout, late)}}}""";

    public static string Drip(string? next) => $$"""{"type":"drip","config":{"batch":100,"every":"PT10M"},"next":{{Q(next)}} }""";

    public static string End() => """{"type":"end"}""";

    public static string Delay(string length, string? next, string? at = null) =>
        $$"""{"type":"wait.delay","config":{"for":{{Q(length)}},"at":{{Q(at)}} },"next":{{Q(next)}} }""";

    public static string Before(string offset, string? next, string whenPast = "skip", string? pastStep = null) => $$"""
        {"type":"wait.until","config":{"field":"appointment.startsAt","offset":{{Q(offset)}},"whenPast":{{Q(whenPast)}},"pastStep":{{Q(pastStep)}} },"next":{{Q(next)}}}
        """;

    public static string On(string at, string? next) => $$"""{"type":"wait.until","config":{"at":{{Q(at)}} },"next":{{Q(next)}} }""";

    public static string Reply(string? next, string? timeout = null, string? late = null, string? channel = null) =>
        $$"""{"type":"wait.reply","config":{"channel":{{Q(channel)}} },"next":{{Q(next)}}{{Timeout(timeout, late)}}}""";

    public static string Condition(string? next, string? timeout = null, string? late = null) =>
        $$"""{"type":"wait.condition","config":{"when":{"all":[]} },"next":{{Q(next)}}{{Timeout(timeout, late)}}}""";

    public static string Link(string? next, string? timeout = null, string? late = null, string? link = null) =>
        $$"""{"type":"wait.link","config":{"linkId":{{Q(link)}} },"next":{{Q(next)}}{{Timeout(timeout, late)}}}""";

    public static string Email(string? next, string what, string? of = null, string? timeout = null, string? late = null) =>
        $$"""{"type":"wait.email","config":{"stepId":{{Q(of)}},"events":[{{Q(what)}}]},"next":{{Q(next)}}{{Timeout(timeout, late)}}}""";

    public static string Invoice(string? next, string? offset = null, string? paid = null) =>
        $$"""{"type":"wait.invoice","config":{"offset":{{Q(offset)}},"paidStep":{{Q(paid)}} },"next":{{Q(next)}} }""";

    /// <summary>The same step, switched off.</summary>
    public static string Off(string step) => step.Insert(step.LastIndexOf('}'), ""","enabled":false""");

    static string Timeout(string? after, string? next) => after is null ? "" : $$""","timeout":{"after":{{Q(after)}},"next":{{Q(next)}} } """;

    static string Q(string? text) => text is null ? "null" : $"\"{text}\"";
}
