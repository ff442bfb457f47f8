using System.Collections.Immutable;
using System.Globalization;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Conditions;

namespace AesthetixWorkflows.Core.Definitions;

/// <summary>Reads the steps that wait.</summary>
internal static class WaitReader
{
    public static Step? Read(JsonPart part, string id, string type)
    {
        if (!type.StartsWith("wait.", StringComparison.Ordinal)) return null;
        var config = StepReader.Config(part);
        Step? step = type switch
        {
            "wait.delay" => new Step.WaitDelay(Delay(config)) { Id = id, Type = type },
            "wait.until" => Until(config, id),
            "wait.reply" => new Step.WaitReply(OneOf(config, "channel", Words.Channels), StepReader.Timeout(part, config)) { Answers = [.. config.Texts("answers", Words.ReplyIntents)], Id = id, Type = type },
            "wait.condition" => new Step.WaitCondition(When(config), StepReader.Timeout(part, config)) { Id = id, Type = type },
            "wait.link" => new Step.WaitLink(config.Text("linkId"), StepReader.Timeout(part, config)) { Id = id, Type = type },
            "wait.email" => new Step.WaitEmail(config.Text("stepId"), EmailEvents(config), StepReader.Timeout(part, config)) { Id = id, Type = type },
            "wait.invoice" => new Step.WaitInvoice(config.Duration("offset", signed: true), config.Text("paidStep")) { Id = id, Type = type },
            _ => null,
        };
        if (step is not null) config.RestIsUnknown();
        return step;
    }

    static DelayPlan Delay(JsonPart config)
    {
        var (at, window) = (config.Time("at"), config.Window("window"));
        if (config.Raw("for") is null && at is null && window is null)
            config.Report(ReadingCodes.Missing, "for", "needs to know how long to wait (“for”).");
        return new(config.Duration("for") ?? "PT0S", at, window);
    }

    static Step.WaitUntil Until(JsonPart config, string id)
    {
        var (field, at) = (config.Text("field"), config.Text("at"));
        if (field is null == at is null) config.Report(ReadingCodes.FieldOrAt, null, "must wait for either a date field or a fixed date.");
        if (at is not null && !IsMoment(at)) config.Report(ReadingCodes.BadDate, "at", $"cannot read “{at}” as a date. Write it like 2026-12-24 or 2026-12-24T09:00:00+01:00.");
        return new Step.WaitUntil(field, at, config.Duration("offset", signed: true), config.Time("timeOfDay"),
            config.Word("whenPast", Words.WhenPast, WhenPast.Skip), config.Text("pastStep")) { Id = id, Type = "wait.until" };
    }

    static bool IsMoment(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        || text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    static Condition When(JsonPart config)
    {
        if (config.Raw("when") is null) config.Report(ReadingCodes.Missing, "when", "needs the condition to wait for (“when”).");
        return config.Condition("when");
    }

    static ImmutableArray<string> EmailEvents(JsonPart config)
    {
        if (config.Raw("events") is null) config.Report(ReadingCodes.Missing, "events", "needs the email events to wait for (“events”).");
        return [.. config.Texts("events", Words.EmailEvents)];
    }

    static string? OneOf(JsonPart config, string name, ImmutableArray<string> allowed)
    {
        if (config.Text(name) is not { } word) return null;
        if (allowed.Contains(word)) return word;
        config.Report(ReadingCodes.UnknownWord, name, $"allows {string.Join(", ", allowed)} for “{name}”, not “{word}”.");
        return null;
    }
}
